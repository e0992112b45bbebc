import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { SpeakingMark } from '@/components/call/speaking-mark.tsx'
import { placeIn, useSpeakingOrder } from '@/components/call/use-speaking-order.ts'
import type { GuestInCall } from '@/lib/switchboard/views.ts'
import { Icon } from './icon.tsx'
import { peopleAtTotem } from './people-in-call.ts'
import type { LivePhase } from './screen.ts'
import { ScreenHeading } from './screen-heading.tsx'
import { isTextOnly } from './text/is-text-only.ts'
import { fill, type Words } from './words.ts'

interface WhoCardProps {
  words: Words
  phase: LivePhase
  guests: readonly GuestInCall[]
  mediaState: CallMediaState
  /** Nothing passes at the moment: who sees and hears is nobody. */
  isCutOff: boolean
}

/** Who is at the other end, whose turn it was, and what they get of the visitor: true at every moment of the call. */
export function WhoCard({ words, phase, guests, mediaState, isCutOff }: WhoCardProps) {
  const people = peopleAtTotem(phase, guests, words)
  const [first] = people
  const { operator } = phase
  const isAlone = people.length < 2
  const shown = first ? people : [{ identity: operator.identity, name: operator.displayName }]
  const order = useSpeakingOrder(mediaState.remotes)
  const listener = phase.kind === 'in_call' && phase.supervisor?.as === 'listening' ? phase.supervisor : null
  return (
    <div className="call-who absolute start-48 top-48 max-w-620 rounded-chip bg-night/85 px-36 py-22">
      <ScreenHeading describedBy="what-they-get" className="flex flex-col text-lead font-bold">
        {shown.map((person) => (
          // Whoever spoke last stands on top; what a voice reads stays as it is.
          <span
            key={person.identity}
            style={{ order: placeIn(order, person) }}
            className="flex items-center gap-12"
          >
            {!isAlone && (
              <SpeakingMark
                isSpeaking={mediaState.remotes.some(
                  (one) => one.isSpeaking && one.identity === person.identity,
                )}
                className="size-36 shrink-0 text-green-lamp"
              />
            )}
            {person.name}
          </span>
        ))}
      </ScreenHeading>
      <p id="what-they-get" role="status" className="text-body text-night-ink-2">
        {isCutOff || !first ? words.call.neither : whatTheyGet(mediaState, words, isAlone)}
      </p>
      {listener && (
        <p role="status" className="mt-12 flex items-center gap-12 text-body font-bold text-sun">
          <Icon name="volume-2" className="size-48 shrink-0" />
          {fill(words.call.listener, { name: listener.displayName })}
        </p>
      )}
    </div>
  )
}

/** What really leaves this page, in words. */
function whatTheyGet(state: CallMediaState, words: Words, isAlone: boolean): string {
  const { sending } = state
  if (isTextOnly(state)) return isAlone ? words.text.readsOnly : words.text.readOnly
  const say = isAlone ? words.call : words.call.several
  if (sending.sound) return sending.picture ? say.seesAndHears : say.hearsOnly
  return sending.picture ? say.seesOnly : say.neither
}
