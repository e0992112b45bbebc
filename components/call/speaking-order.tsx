import type { RemoteEnd } from './call-media-state.ts'
import type { PersonInCall } from './remote-tile.tsx'
import { SpeakingMark } from './speaking-mark.tsx'
import { inSpeakingOrder, useSpeakingOrder } from './use-speaking-order.ts'

interface SpeakingOrderProps {
  /** Says what the order is of. */
  label: string
  people: readonly PersonInCall[]
  remotes: readonly RemoteEnd[]
  /** Colours of the label, of the names and of the mark, for the ground that they stand on. */
  tones: { label: string; name: string; mark: string }
}

/** Who has spoken last, and who speaks now: where several talk, whose turn it was. Nothing for two alone. */
export function SpeakingOrder({ label, people, remotes, tones }: SpeakingOrderProps) {
  const order = useSpeakingOrder(remotes)
  if (people.length < 2) return null
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-1 text-sm ${tones.label}`}>
      <span>{label}</span>
      <ol className="flex flex-wrap gap-x-4">
        {inSpeakingOrder(people, order).map((person) => (
          <li key={person.identity} className={`flex items-center gap-1.5 font-semibold ${tones.name}`}>
            <SpeakingMark
              isSpeaking={remotes.some((one) => one.identity === person.identity && one.isSpeaking)}
              className={`size-4 ${tones.mark}`}
            />
            {person.name}
          </li>
        ))}
      </ol>
    </div>
  )
}
