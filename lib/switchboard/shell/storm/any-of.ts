import { randomUUID } from 'node:crypto'
import type { Board } from '../../board.ts'
import { type CallId, callId, type OfferId, type OperatorId, offerId, operatorId } from '../../ids.ts'
import type { Random } from './random.ts'

/** Whatever the board knows, live or over; where there is nothing, something that it does not know. */
export const anyOffer = ({ offers }: Board, random: Random): OfferId =>
  offers.size === 0 ? offerId('none') : random.pick([...offers.keys()])

export const anyCall = ({ calls }: Board, random: Random): CallId =>
  calls.size === 0 ? callId(randomUUID()) : random.pick([...calls.keys()])

/** Now and then one that the body does not have. */
export const anyOperator = ({ settings }: Board, random: Random): OperatorId =>
  random.chance(0.03) ? operatorId('nobody') : random.pick([...settings.operators.keys()])
