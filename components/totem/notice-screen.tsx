import type { ReactNode } from 'react'
import { EmergencyNote } from './emergency-note.tsx'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import { ScreenHeading } from './screen-heading.tsx'
import { fill, type Words } from './words.ts'

interface NoticeScreenProps {
  words: Words
  top: ReactNode
  serviceTitle: string
  onStart: () => void
  /** A call without camera and microphone. */
  onWrite: () => void
  onReadAll: () => void
  /** An operator is looked for who knows Italian Sign Language. */
  isSigned: boolean
  onSigns: () => void
  onCancel: () => void
}

/** Before the camera opens: who will see what, and that nothing is recorded. */
export function NoticeScreen(props: NoticeScreenProps) {
  const { words, top, serviceTitle, onStart, onWrite, onReadAll, isSigned, onSigns, onCancel } = props
  const say = words.notice
  const lines = [
    { icon: 'eye', text: say.seen },
    { icon: 'eye-off', text: say.before },
    { icon: 'video-off', text: say.recording },
  ] as const
  return (
    <div className="told flex h-full flex-col bg-paper">
      <header className="sky px-64 pt-48 pb-48 text-white">
        {top}
        <ScreenHeading describedBy="told told-devices" className="mt-64 text-display font-bold">
          {say.title}
        </ScreenHeading>
        <p className="mt-24 text-lead">{fill(say.about, { service: serviceTitle })}</p>
        <p role="status" className="mt-16 text-body font-semibold empty:hidden">
          {isSigned && say.signs}
        </p>
      </header>
      <ul id="told" className="flex min-h-0 flex-1 flex-col justify-center-safe gap-16 px-48">
        {lines.map(({ icon, text }) => (
          <li
            key={text}
            className="hairline flex items-center gap-36 rounded-card border-line bg-card px-44 py-20 text-lead"
          >
            <span className="spare grid size-96 shrink-0 place-items-center rounded-full bg-blue-light text-blue">
              <Icon name={icon} className="size-56" />
            </span>
            {text}
          </li>
        ))}
      </ul>
      <div className="flex flex-col gap-28 px-48 pt-16 pb-48">
        <p id="told-devices" className="px-16 text-body text-ink-2">
          {say.devices}
        </p>
        <Key tone="green" className="tall min-h-216 text-heading font-bold" onClick={onStart}>
          {say.start}
        </Key>
        <div className="grid grid-cols-2 gap-28">
          <Key tone="paper" className="min-h-132 text-lead" onClick={onWrite}>
            <Icon name="keyboard" className="spare size-56 shrink-0" />
            {words.text.instead}
          </Key>
          <Key
            tone={isSigned ? 'blue' : 'paper'}
            className="min-h-132 text-lead"
            aria-pressed={isSigned}
            onClick={onSigns}
          >
            <Icon name={isSigned ? 'check' : 'hand'} className="spare size-56 shrink-0" />
            {words.modes.signs}
          </Key>
          <Key tone="paper" className="min-h-132 text-lead" onClick={onReadAll}>
            <Icon name="file-text" className="spare size-56 shrink-0" />
            {say.readAll}
          </Key>
          <Key tone="paper" className="min-h-132 text-lead" data-way="back" onClick={onCancel}>
            {say.cancel}
          </Key>
        </div>
        <EmergencyNote words={words} className="justify-center pt-8 text-ink" />
      </div>
    </div>
  )
}
