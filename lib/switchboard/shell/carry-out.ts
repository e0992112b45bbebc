import type { Pool } from 'pg'
import { log } from '../../config/log.ts'
import { claimDueOrders, type DueOrder, forgetOrder, postponeOrder } from '../../storage/orders.ts'
import type { Order } from '../../storage/save-board.ts'
import type { Effect } from '../events.ts'
import type { BodyId } from '../ids.ts'
import { DEFAULT_RULES } from '../settings.ts'
import type { MediaServer } from './media-server.ts'
import type { CommandRunner } from './run-command.ts'
import type { SettingsCache } from './settings-reader.ts'

/** Carries out what the board orders, outside its transactions. */
export interface Orders {
  /** Starts at once on orders that have just been committed. */
  dispatch(bodyId: BodyId, orders: readonly Order[]): void
  /** Takes up orders that failed before, or whose instance died. */
  carryOutDue(): Promise<void>
}

export interface OrdersParts {
  pool: Pool
  media: MediaServer
  settings: SettingsCache
  run: CommandRunner
}

/**
 * Orders are idempotent, so one may be tried by two instances or tried again after it had worked. An
 * order is deleted once it is done; one that fails comes due again with growing pauses, until it is
 * pointless.
 */
export function createOrders(parts: OrdersParts): Orders {
  const attempt = async (order: DueOrder) => {
    try {
      await carryOut(parts.media, order.effect)
    } catch (error) {
      log().warn({ err: error, effect: order.effect, attempts: order.attempts }, 'order failed')
      await fail(parts, order)
      return
    }
    await tell(parts, order, 'opened')
    await forgetOrder(parts.pool, order.id)
  }
  const attemptSafely = (order: DueOrder) =>
    attempt(order).catch((error: unknown) => {
      // The database is away: the order is still in the outbox and comes due by itself.
      log().warn({ err: error, effect: order.effect }, 'order left for later')
    })
  return {
    dispatch(bodyId, orders) {
      for (const { id, effect } of orders) void attemptSafely({ id, bodyId, effect, attempts: 1, ageMs: 0 })
    },
    async carryOutDue() {
      const due = await claimDueOrders(parts.pool)
      await Promise.all(due.map(attemptSafely))
    },
  }
}

async function carryOut(media: MediaServer, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'openRoom':
      return media.openRoom(effect.callId)
    case 'closeRoom':
      return media.closeRoom(effect.callId)
    case 'removeParticipant':
      return media.removeParticipant(effect.callId, effect.identity)
    case 'openConsultRoom':
      return media.openConsultRoom(effect.offerId)
    case 'closeConsultRoom':
      return media.closeConsultRoom(effect.offerId)
  }
}

async function fail(parts: OrdersParts, order: DueOrder): Promise<void> {
  const rules = parts.settings.rulesOf(order.bodyId) ?? DEFAULT_RULES
  const { type } = order.effect
  const isOpening = type === 'openRoom' || type === 'openConsultRoom'
  const patienceMs = isOpening ? rules.openRoomMs : TIDYING_PATIENCE_MS
  if (order.ageMs < patienceMs) {
    await postponeOrder(parts.pool, order.id, Math.min(500 * 2 ** order.attempts, 30_000))
    return
  }
  await tell(parts, order, 'failed')
  log().error({ effect: order.effect, attempts: order.attempts }, 'order given up')
  await forgetOrder(parts.pool, order.id)
}

/** Only of a room does the board want to know what became of the order. */
async function tell(
  { run }: OrdersParts,
  { bodyId, effect }: DueOrder,
  became: 'opened' | 'failed',
): Promise<void> {
  const { callId } = effect
  if (effect.type === 'openRoom') {
    const type = became === 'opened' ? 'roomOpened' : 'roomFailed'
    await run({ bodyId, event: { type, callId }, repeatable: null })
  }
  if (effect.type === 'openConsultRoom') {
    const type = became === 'opened' ? 'consultRoomOpened' : 'consultRoomFailed'
    await run({ bodyId, event: { type, callId, offerId: effect.offerId }, repeatable: null })
  }
}

/** Rooms and participants that nobody could remove for this long are left to reconciliation. */
const TIDYING_PATIENCE_MS = 10 * 60_000
