import type { PersonInCall } from '@/components/call/remote-tile.tsx'
import type { GuestInCall, OperatorAtTotem, SupervisorInCall } from '@/lib/switchboard/views.ts'
import type { LivePhase } from './screen.ts'
import type { Words } from './words.ts'

/**
 * Who talks to the visitor, whoever has the call first: the same people, in the same order, as the media
 * plan shows. Nobody on hold.
 */
export function peopleAtTotem(
  phase: LivePhase,
  invited: readonly GuestInCall[],
  words: Words,
): PersonInCall[] {
  const guests = guestsFor(invited, words)
  if (phase.kind === 'connecting') return [named(phase.operator), ...guests]
  const { operator, colleague, supervisor, hold } = phase
  const third = supervisor?.as === 'third' ? [responsible(supervisor, words)] : []
  if (colleague?.aim === 'take_over') return [named(colleague.operator), ...guests, ...third]
  if (hold) return []
  return [named(operator), ...(colleague ? [named(colleague.operator)] : []), ...guests, ...third]
}

/** What the visitor calls somebody in a sentence, by first name; whoever is not known is the operator who has the call. */
export function firstNameAtTotem(
  phase: LivePhase,
  guests: readonly GuestInCall[],
  identity: string | null,
): string {
  const { operator } = phase
  const beside = phase.kind === 'in_call' ? [phase.colleague?.operator, phase.supervisor] : []
  const known = beside.find((one) => one?.identity === identity)
  return known?.displayName ?? guests.find((one) => one.identity === identity)?.name ?? operator.displayName
}

const guestsFor = (guests: readonly GuestInCall[], { call }: Words): PersonInCall[] =>
  guests.map(({ identity, name, as }) => ({ identity, name: `${name}, ${call.guests[as]}` }))

const responsible = (
  { identity, displayName }: Pick<SupervisorInCall, 'identity' | 'displayName'>,
  { call }: Words,
): PersonInCall => ({ identity, name: `${displayName}, ${call.guests.supervisor}` })

const named = ({ identity, displayName, officeName }: OperatorAtTotem): PersonInCall => ({
  identity,
  name: officeName ? `${displayName}, ${officeName}` : displayName,
})
