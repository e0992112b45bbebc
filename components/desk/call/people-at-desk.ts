import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import type { DeskWork, OperatorAtTotem } from '@/lib/switchboard/views.ts'
import type { Engaged } from './call-screen.tsx'

/** Who is at the other ends of this call, the visitor first: the same people as the media plan shows. Nobody on hold. */
export function peopleAtDesk(work: Engaged, visitor: string): PersonInCall[] {
  const first = { identity: work.offer.visitorIdentity, name: visitor }
  const guests = work.kind === 'ringing' ? [] : guestsIn(work)
  if (work.kind === 'joining') {
    const other = work.aim === 'stay' ? [named(work.first)] : []
    return [first, ...other, ...guests, ...thirdIn(work)]
  }
  if (work.kind !== 'in_call') return [first, ...guests]
  if (work.hold) return []
  return [first, ...colleagueIn(work), ...guests, ...thirdIn(work)]
}

const guestsIn = ({ offer }: Engaged): PersonInCall[] =>
  offer.guests.filter(({ state }) => state === 'admitted')

type InCall = Extract<DeskWork, { kind: 'in_call' }>

function colleagueIn({ colleague }: InCall): PersonInCall[] {
  if (colleague?.stage !== 'joining' && colleague?.stage !== 'beside') return []
  return [named(colleague.operator)]
}

const thirdIn = ({ supervisor }: Pick<InCall, 'supervisor'>): PersonInCall[] =>
  supervisor?.as === 'third' ? [{ identity: supervisor.identity, name: supervisor.displayName }] : []

const named = ({ identity, displayName, officeName }: OperatorAtTotem): PersonInCall => ({
  identity,
  name: officeName ? `${displayName}, ${officeName}` : displayName,
})
