'use client'

import { useTranslations } from 'next-intl'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { CallHealth } from '@/components/call/health/watch-health.ts'
import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import { Button } from '@/components/ui/button.tsx'
import { secondsLeft } from '@/components/ui/duration.ts'
import { useLasting } from '@/components/ui/use-lasting.ts'
import type { DeskView, DeskWork } from '@/lib/switchboard/views.ts'
import type { Received } from '../session/server-time.ts'
import { useServerTime } from '../session/use-server-time.ts'
import { isSignedCall } from './is-signed-call.ts'
import { type CallTrouble, callTroubles } from './troubles.ts'

export interface CallTroublesProps {
  work: DeskWork
  received: Received<DeskView>
  media: CallMedia
  state: CallMediaState
  health: CallHealth
  people: readonly PersonInCall[]
}

/** What is wrong in the call, in words over the picture's lower edge. */
export function CallTroubles({ work, received, media, state, health, people }: CallTroublesProps) {
  const now = useServerTime(received, 500)
  const troubles = callTroubles(work, state, now, health)
  return (
    <ul
      aria-live="polite"
      className="pointer-events-none absolute bottom-4 left-4 flex max-w-[70%] flex-col gap-2"
    >
      {troubles.map((trouble) => (
        <li
          key={'identity' in trouble ? `${trouble.kind} ${trouble.identity}` : trouble.kind}
          className={`has-[button]:pointer-events-auto ${LINE}`}
        >
          <Words trouble={trouble} media={media} people={people} />
        </li>
      ))}
      {othersWithoutSound(work, state, people).map(({ identity, name }) => (
        <WithoutSound key={identity} name={name} />
      ))}
    </ul>
  )
}

const LINE = 'rounded-desk-sm border-l-4 border-sun bg-night/90 px-4 py-2'

/** Those beside the visitor who are to be heard, are there, and send no sound. Hands need none, and who reads hands none. */
function othersWithoutSound(
  work: DeskWork,
  { remotes }: CallMediaState,
  people: readonly PersonInCall[],
): PersonInCall[] {
  if (!('offer' in work)) return []
  const { guests, needs, visitorIdentity } = work.offer
  const isSpoken = needs.mode === 'spoken' && !isSignedCall(work.offer)
  const isToBeHeard = (identity: string): boolean => {
    const guest = guests.find((one) => one.identity === identity)
    return guest ? guest.as !== 'signer' : isSpoken && identity !== visitorIdentity
  }
  return people.filter(
    ({ identity }) =>
      isToBeHeard(identity) && remotes.some((remote) => remote.identity === identity && !remote.sound),
  )
}

/** Whoever has just come in needs a moment to be heard. */
function WithoutSound({ name }: { name: string }) {
  const words = useTranslations('desk.call')
  const isLasting = useLasting(true, SOUND_WITHIN_MS)
  return isLasting ? <li className={LINE}>{words('otherNoSound', { name })}</li> : null
}

const SOUND_WITHIN_MS = 4_000

interface WordsProps extends Pick<CallTroublesProps, 'media' | 'people'> {
  trouble: CallTrouble
}

function Words({ trouble, media, people }: WordsProps) {
  const words = useTranslations('desk.call')
  switch (trouble.kind) {
    case 'deskLost':
    case 'totemLost':
      return (
        <>
          <p className="font-semibold">{words(trouble.kind)}</p>
          <p aria-hidden="true" className="text-sm text-night-ink-2 tabular-nums">
            {words(`${trouble.kind}Text`, { seconds: secondsLeft(trouble.untilMs) })}
          </p>
        </>
      )
    case 'soundBlocked':
      return (
        <p className="flex items-center gap-4">
          {words('soundBlocked')}
          <Button size="small" onClick={() => void media.resumeSound()}>
            {words('playSound')}
          </Button>
        </p>
      )
    case 'otherHearsNothing':
    case 'otherSilent':
    case 'otherHearsEcho':
    case 'otherEchoes':
    case 'otherBlack':
    case 'otherFrozen':
    case 'otherSoundFirst':
    case 'otherOnlyHears': {
      const person = people.find(({ identity }) => identity === trouble.identity)
      return person ? <p>{words(trouble.kind, { name: person.name })}</p> : null
    }
    default:
      return <p>{words(trouble.kind)}</p>
  }
}
