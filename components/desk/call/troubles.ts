import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { type CallHealth, IN_GOOD_HEALTH } from '@/components/call/health/watch-health.ts'
import type { EpochMs } from '@/lib/switchboard/ids.ts'
import { mayJoin } from '@/lib/switchboard/media-plan.ts'
import type { DeskWork } from '@/lib/switchboard/views.ts'

/** What is wrong in a call, most serious first; `untilMs`: what is left to come back. */
export type CallTrouble =
  | { kind: 'deskLost'; untilMs: number }
  | { kind: 'totemLost'; untilMs: number }
  | { kind: 'roomOpening' }
  | { kind: 'soundBlocked' }
  | { kind: 'ownMicrophoneTrouble' }
  | { kind: 'ownCameraTrouble' }
  | { kind: 'totemNoSound' }
  | { kind: 'totemNoCamera' }
  | { kind: 'youAreMuted' }
  | { kind: HealthTrouble }
  | { kind: OthersTrouble; identity: string }

/** What is wrong between this desk and somebody beside the visitor. */
type OthersTrouble =
  | 'otherHearsNothing'
  | 'otherSilent'
  | 'otherHearsEcho'
  | 'otherEchoes'
  | 'otherBlack'
  | 'otherFrozen'
  | 'otherSoundFirst'
  | 'otherOnlyHears'

type HealthTrouble =
  | 'ownSilent'
  | 'totemSilent'
  | 'ownEchoes'
  | 'totemEchoes'
  | 'ownBlack'
  | 'ownFrozen'
  | 'totemBlack'
  | 'totemFrozen'
  | 'ownSoundFirst'
  | 'totemSoundFirst'
  | 'ownLinkWeak'
  | 'totemLinkWeak'

/** All that the operator should know of an answered call; nothing while it rings. */
export function callTroubles(
  work: DeskWork,
  media: CallMediaState,
  now: EpochMs,
  health: CallHealth = IN_GOOD_HEALTH,
): CallTrouble[] {
  if (work.kind !== 'connecting' && work.kind !== 'in_call') return []
  const { lost, offer } = work
  const isRoomAway = offer.room.media === 'away' && media.connection !== 'connected'
  const { sound, picture } = offer.visitorChannels
  // Who only writes has nothing that could be missing.
  const isWritten = offer.needs.mode === 'text'
  const isTotemThere = lost.totem === null
  const found: (CallTrouble | false)[] = [
    // Nobody's time to come back runs out meanwhile.
    lost.desk !== null && !isRoomAway && { kind: 'deskLost', untilMs: lost.desk - now },
    lost.totem !== null && !isRoomAway && { kind: 'totemLost', untilMs: lost.totem - now },
    (isRoomAway || !mayJoin(offer.room)) && { kind: 'roomOpening' },
    media.soundBlocked && { kind: 'soundBlocked' },
    media.devices.sound.kind === 'unavailable' && { kind: 'ownMicrophoneTrouble' },
    media.devices.picture.kind === 'unavailable' && { kind: 'ownCameraTrouble' },
    isTotemThere && !isWritten && !sound && { kind: 'totemNoSound' },
    isTotemThere && !isWritten && !picture && { kind: 'totemNoCamera' },
    ...(isTotemThere ? healthTroubles(health) : []),
    ...othersTroubles(health),
    media.userMuted.sound && { kind: 'youAreMuted' },
  ]
  return found.filter((trouble) => trouble !== false)
}

/** What the operator can mend comes first. A link so bad that the picture rests is said once. */
function healthTroubles({ own, theirs }: CallHealth): CallTrouble[] {
  const found: (HealthTrouble | false)[] = [
    theirs.hearsNothing && 'ownSilent',
    theirs.pictureFault === 'black' && 'ownBlack',
    theirs.pictureFault === 'frozen' && 'ownFrozen',
    theirs.hearsEcho && 'ownEchoes',
    own.hearsNothing && 'totemSilent',
    own.hearsEcho && 'totemEchoes',
    own.pictureFault === 'black' && 'totemBlack',
    own.pictureFault === 'frozen' && 'totemFrozen',
    own.isSoundFirst ? 'ownSoundFirst' : own.link !== 'good' && 'ownLinkWeak',
    theirs.isSoundFirst ? 'totemSoundFirst' : theirs.link !== 'good' && 'totemLinkWeak',
  ]
  return found.filter((kind) => kind !== false).map((kind) => ({ kind }))
}

/** An own fault that the visitor has noticed, too, is said once. */
function othersTroubles({ theirs: visitors, others }: CallHealth): CallTrouble[] {
  return others.flatMap(({ identity, own, theirs }) => {
    const found: (OthersTrouble | false)[] = [
      theirs.hearsNothing && !visitors.hearsNothing && 'otherHearsNothing',
      theirs.hearsEcho && !visitors.hearsEcho && 'otherHearsEcho',
      own.hearsNothing && 'otherSilent',
      own.hearsEcho && 'otherEchoes',
      own.pictureFault === 'black' && 'otherBlack',
      own.pictureFault === 'frozen' && 'otherFrozen',
      theirs.isSoundFirst && 'otherSoundFirst',
      !theirs.takesPictures && 'otherOnlyHears',
    ]
    return found.filter((kind) => kind !== false).map((kind) => ({ kind, identity }))
  })
}
