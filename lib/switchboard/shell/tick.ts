import type { Pool } from 'pg'
import { log } from '../../config/log.ts'
import { dueBodies } from '../../storage/due-bodies.ts'
import { forgetAll } from '../../storage/forget-all.ts'
import type { BodyId } from '../ids.ts'
import type { Orders } from './carry-out.ts'
import type { CommandRunner } from './run-command.ts'

/** Lets time pass on the boards. */
export interface Tick {
  /** This body has something due in `inMs`: look then, rather than up to a second later. */
  expect(bodyId: BodyId, inMs: number): void
  /** Looks at this body at once. */
  moveOn(bodyId: BodyId): void
  stop(): void
}

/**
 * Asks once a second which bodies have something due and moves those on. Every instance does, so that
 * none is needed; the next question waits for the answer to the last, but a body that is slow holds up no
 * other. In between, timers look at the instants that this instance knows of: they are hints, the
 * question is the guarantee.
 */
export function startTick(parts: { pool: Pool; run: CommandRunner; orders: Orders }): Tick {
  const timers = new Map<BodyId, NodeJS.Timeout>()
  const once = createOnce()
  let isStopped = false
  let isAway = false

  const moveOn = (bodyId: BodyId) =>
    once(bodyId, () => parts.run({ bodyId, event: { type: 'clockTicked' }, repeatable: null }))

  const round = async () => {
    try {
      for (const bodyId of await dueBodies(parts.pool)) moveOn(bodyId)
      once('orders', () => parts.orders.carryOutDue())
      if (isAway) log().info('ticking again')
      isAway = false
    } catch (error) {
      if (!isAway) log().warn({ err: error }, 'tick cannot reach the database')
      isAway = true
    }
    if (!isStopped) next = setTimeout(() => void round(), TICK_MS)
  }
  let next = setTimeout(() => void round(), TICK_MS)
  const tidying = setInterval(() => once('tidying', () => forgetAll(parts.pool)), TIDY_MS)

  return {
    expect(bodyId, inMs) {
      clearTimeout(timers.get(bodyId))
      if (isStopped || inMs > LOOK_AHEAD_MS) return
      const timer = setTimeout(() => {
        timers.delete(bodyId)
        moveOn(bodyId)
      }, Math.max(inMs, 0) + 1)
      timers.set(bodyId, timer)
    },
    moveOn,
    stop() {
      isStopped = true
      clearTimeout(next)
      clearInterval(tidying)
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

const TICK_MS = 1_000
const TIDY_MS = 10 * 60_000
/** Beyond this the rounds are precise enough. */
const LOOK_AHEAD_MS = 60_000

/** Starts work under a name unless work of that name is still going on. */
function createOnce(): (name: string, work: () => Promise<unknown>) => void {
  const going = new Set<string>()
  return (name, work) => {
    if (going.has(name)) return
    going.add(name)
    work()
      .catch((error: unknown) => log().warn({ err: error, name }, 'tick failed'))
      .finally(() => going.delete(name))
  }
}
