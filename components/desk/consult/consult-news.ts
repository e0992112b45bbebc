import type { EpochMs } from '@/lib/switchboard/ids.ts'
import type { ColleagueAtDesk, DeskWork } from '@/lib/switchboard/views.ts'

/** What became of a question to a colleague, in the keys of `desk.consult.ended`. */
export type ConsultEnd = 'declined' | 'silent' | 'noRoom' | 'left' | 'notJoined'

export interface ConsultNews {
  what: ConsultEnd
  name: string
}

/** The colleague of a call that this desk has, until they are with the visitor; null: there is none. */
const askedBy = (work: DeskWork): ColleagueAtDesk | null =>
  work.kind === 'in_call' && work.colleague?.part === 'second' && work.colleague.stage !== 'beside'
    ? work.colleague
    : null

/** What to tell whoever asked a colleague, once the colleague is gone and the call is still here. Null: nothing. Pure. */
export function consultNews(before: DeskWork, work: DeskWork, serverNow: EpochMs): ConsultNews | null {
  const asked = askedBy(before)
  if (!asked || !('offer' in before)) return null
  if (work.kind !== 'in_call' || work.offer.id !== before.offer.id || work.colleague) return null
  return { what: endOf(asked, serverNow), name: asked.operator.displayName }
}

function endOf({ stage, until, room }: ColleagueAtDesk, serverNow: EpochMs): ConsultEnd {
  if (stage === 'joining') return 'notJoined'
  if (room && room.media !== 'open') return 'noRoom'
  if (stage === 'consulting') return 'left'
  return until !== null && serverNow >= until ? 'silent' : 'declined'
}
