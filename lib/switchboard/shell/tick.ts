import type { Pool } from 'pg'
import { log } from '../../config/log.ts'
import { dueBodies } from '../../storage/due-bodies.ts'
import type { BodyId } from '../ids.ts'
import type { Orders } from './carry-out.ts'
import type { CommandRunner } from './run-command.ts'

/** Lets time pass on the boards. */
export interface Tick {
  /** This body has something due in `inMs`: look then, rather than up to a second later. */
  expect(bodyId: BodyId, inMs: number): void
  stop(): void
}

/**
 * Asks once a second which bodies have something due and moves those on. Every instance does, so that
 * none is needed; a round never overlaps the one before and outlives a database that is away. In between,
 * timers look at the instants that this instance knows of: they are hints, the round is the guarantee.
 */
export function startTick(parts: { pool: Pool; run: CommandRunner; orders: Orders }): Tick {
  const timers = new Map<BodyId, NodeJS.Timeout>()
  let isStopped = false
  let isAway = false

  const moveOn = (bodyId: BodyId) =>
    parts.run({ bodyId, event: { type: 'clockTicked' }, repeatable: null }).catch((error: unknown) => {
      log().warn({ err: error, bodyId }, 'tick failed')
    })

  const round = async () => {
    try {
      const due = await dueBodies(parts.pool)
      await Promise.all([...due.map(moveOn), parts.orders.carryOutDue()])
      if (isAway) log().info('ticking again')
      isAway = false
    } catch (error) {
      if (!isAway) log().warn({ err: error }, 'tick cannot reach the database')
      isAway = true
    }
    if (!isStopped) next = setTimeout(() => void round(), TICK_MS)
  }
  let next = setTimeout(() => void round(), TICK_MS)

  return {
    expect(bodyId, inMs) {
      clearTimeout(timers.get(bodyId))
      if (isStopped || inMs > LOOK_AHEAD_MS) return
      const timer = setTimeout(() => {
        timers.delete(bodyId)
        void moveOn(bodyId)
      }, Math.max(inMs, 0) + 1)
      timers.set(bodyId, timer)
    },
    stop() {
      isStopped = true
      clearTimeout(next)
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

const TICK_MS = 1_000
/** Beyond this the rounds are precise enough. */
const LOOK_AHEAD_MS = 60_000
