import type { BoardEvent } from '../lib/switchboard/events.ts'
import type { OperatorId, TotemId } from '../lib/switchboard/ids.ts'
import type { CommandRunner } from '../lib/switchboard/shell/run-command.ts'
import type { RoutingBody } from './routing-body.ts'

/**
 * Pairs of an operator and a totem that take calls through as fast as they are answered: placed, room open,
 * answered, connected at both ends, hung up, written up. Every command changes the board.
 *
 * @param take runs one command; false: time is up
 */
export async function rush(
  body: RoutingBody,
  instances: readonly CommandRunner[],
  take: (command: () => Promise<void>) => Promise<boolean>,
): Promise<void> {
  await Promise.all(
    body.operators.map(async (operator, index) => {
      const totem = body.totems[index]
      const run = instances[index % instances.length]
      if (totem === undefined || run === undefined) throw new Error('an operator without a totem')
      for (;;) {
        // Read before looking: a commit in between must not be missed.
        const changed = body.changed()
        const event = atDesk(body, operator) ?? atTotem(body, totem)
        if (event === null) await changed
        else if (!(await take(() => body.tell(run, event)))) return
      }
    }),
  )
}

/** What the operator does next about what they have in hand. */
function atDesk(body: RoutingBody, operatorId: OperatorId): BoardEvent | null {
  const { operators, offers, calls } = body.board()
  const work = operators.get(operatorId)?.work
  const desk = body.desk(operatorId)
  if (work?.kind === 'wrap_up') return { type: 'wrapUpSaved', ...desk, callId: work.wrapUp.callId }
  const offer = work?.kind === 'engaged' ? offers.get(work.offerId) : undefined
  const call = offer && calls.get(offer.callId)
  if (!offer || !call) return null
  if (offer.state === 'ringing') return { type: 'offerAnswered', ...desk, offerId: offer.id }
  if (offer.state === 'active') return { type: 'operatorHungUp', ...desk, offerId: offer.id }
  if (call.state !== 'connecting' || call.received.desk.sound) return null
  return { type: 'deskReceives', ...desk, offerId: offer.id, channels: call.channels }
}

function atTotem(body: RoutingBody, totemId: TotemId): BoardEvent | null {
  const call = [...body.board().calls.values()].find((one) => one.totemId === totemId && one.state !== 'over')
  const totem = body.totem(totemId)
  if (!call) return body.place(totemId)
  if (call.media.kind === 'opening') return { type: 'roomOpened', callId: call.id }
  if (call.state !== 'connecting' || call.received.totem.sound) return null
  return { type: 'totemReceives', ...totem, callId: call.id, channels: call.channels }
}
