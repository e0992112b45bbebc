import type { Board, InCall, Operator } from '../../board.ts'
import type { OfferEvent } from '../../events.ts'
import { type OperatorId, serviceSlug } from '../../ids.ts'
import type { TransferTarget } from '../../transfer.ts'
import { anyOperator } from './any-of.ts'
import type { Random } from './random.ts'
import { randomGuestCommand } from './random-guest.ts'
import { randomShowing, randomTicking } from './random-stage.ts'

type Offer = Pick<OfferEvent, 'offerId' | 'operatorId' | 'epoch'>

/** What an operator might do with a call in hand: mostly what its buttons offer then, at times any other thing. */
export function randomHolderEvent(board: Board, call: InCall, offer: Offer, random: Random): OfferEvent {
  if (random.chance(0.15)) return randomGuestCommand(call, offer, random)
  const stage = random.chance(0.05) ? null : (call.second?.stage ?? null)
  switch (stage) {
    case 'ringing':
    case 'joining':
      // Its own deadline is short; whoever waits for it mostly waits.
      return random.pick<OfferEvent>([
        { type: 'deskJoined', ...offer },
        { type: 'deskJoined', ...offer },
        { type: 'consultReturned', ...offer },
        { type: 'consultCompleted', ...offer },
        { type: 'operatorHungUp', ...offer },
      ])
    case 'consulting':
      return random.pick<OfferEvent>([
        { type: 'consultCompleted', ...offer },
        { type: 'consultCompleted', ...offer },
        { type: 'consultMerged', ...offer },
        { type: 'consultMerged', ...offer },
        { type: 'consultReturned', ...offer },
        { type: 'callResumed', ...offer },
      ])
    case 'beside':
      return random.pick<OfferEvent>([
        { type: 'operatorHungUp', ...offer },
        { type: 'consultReturned', ...offer },
        { type: 'callHeld', ...offer },
        { type: 'callTransferred', ...offer, to: target(board, random), note: 'Carta' },
      ])
    case null:
      // Whoever could be asked often is: what can go wrong with two goes wrong then.
      if (freeColleagues(board).length > 0 && random.chance(0.6)) {
        return { type: 'consultStarted', ...offer, to: colleague(board, random), note: '' }
      }
      return random.pick<OfferEvent>([
        { type: call.hold ? 'callResumed' : 'callHeld', ...offer },
        { type: random.chance(0.5) ? 'callResumed' : 'callHeld', ...offer },
        { type: 'callTransferred', ...offer, to: target(board, random), note: 'Carta' },
        { type: 'consultStarted', ...offer, to: colleague(board, random), note: '' },
        { type: 'stageSet', ...offer, showing: randomShowing(random) },
        { type: 'stageTicked', ...offer, ticking: randomTicking(random) },
        { type: random.pick(['consultCompleted', 'consultMerged', 'consultReturned']), ...offer },
        { type: 'operatorHungUp', ...offer },
      ])
  }
}

/** Also to a service that there is not, to somebody who is not there, and to oneself. */
function target(board: Board, random: Random): TransferTarget {
  if (random.chance(0.5)) return { kind: 'operator', operatorId: anyOperator(board, random) }
  const service = random.chance(0.05) ? serviceSlug('none') : random.pick([...board.settings.services.keys()])
  return { kind: 'service', service }
}

/** Mostly somebody who is free. */
function colleague(board: Board, random: Random): OperatorId {
  const free = freeColleagues(board)
  return free.length > 0 && random.chance(0.9) ? random.pick(free).id : anyOperator(board, random)
}

const freeColleagues = ({ operators }: Board): Operator[] =>
  [...operators.values()].filter(
    ({ work, intent, devices }) =>
      work.kind === 'idle' && intent === 'available' && devices.kind === 'checked',
  )
