import { NOTICE_SENDERS, type NoticeFrom } from '@/lib/content/acts.ts'
import { WideKey } from '../pages/topic-list.tsx'
import type { Words } from '../words.ts'

/** Which notice somebody has in their hand: only that says where the act is. */
export function ActsGuide({ words, onSender }: { words: Words; onSender: (from: NoticeFrom) => void }) {
  const say = words.acts
  return (
    <ul className="flex flex-col gap-24">
      {NOTICE_SENDERS.map((from) => (
        <li key={from}>
          <WideKey
            title={say.senders[from].name}
            hint={say.senders[from].look}
            onTouch={() => onSender(from)}
          />
        </li>
      ))}
    </ul>
  )
}
