import type { CallMediaState } from '@/components/call/call-media-state.ts'
import type { EpochMs } from '@/lib/switchboard/ids.ts'
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

/** All that the operator should know of an answered call; nothing while it rings. */
export function callTroubles(work: DeskWork, media: CallMediaState, now: EpochMs): CallTrouble[] {
  if (work.kind !== 'connecting' && work.kind !== 'in_call') return []
  const { lost, offer } = work
  const { sound, picture } = offer.visitorChannels
  const isTotemThere = lost.totem === null
  const found: (CallTrouble | false)[] = [
    lost.desk !== null && { kind: 'deskLost', untilMs: lost.desk - now },
    lost.totem !== null && { kind: 'totemLost', untilMs: lost.totem - now },
    offer.room.media !== 'open' && { kind: 'roomOpening' },
    media.soundBlocked && { kind: 'soundBlocked' },
    media.devices.sound.kind === 'unavailable' && { kind: 'ownMicrophoneTrouble' },
    media.devices.picture.kind === 'unavailable' && { kind: 'ownCameraTrouble' },
    isTotemThere && !sound && { kind: 'totemNoSound' },
    isTotemThere && !picture && { kind: 'totemNoCamera' },
    media.userMuted.sound && { kind: 'youAreMuted' },
  ]
  return found.filter((trouble) => trouble !== false)
}
