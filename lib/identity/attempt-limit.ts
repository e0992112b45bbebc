import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { TooOften } from '../http/refusals.ts'
import { pool } from '../storage/pool.ts'

/** Attempts that may be made within a quarter of an hour, counted by key. */
export interface AttemptLimit {
  /** Counts an attempt before it is made, so that many at once are counted too. @throws TooOften */
  take: (key: string) => Promise<void>
  /** The attempt was a good one and counts for nothing. */
  giveBack: (key: string) => Promise<void>
  /** Nothing has been attempted. */
  forget: (key: string) => Promise<void>
}

/**
 * Lets `attempts` pass within a quarter of an hour, and nothing for as long after one too many. Kept in
 * PostgreSQL, so that every instance counts together and a restart forgets nothing.
 */
export function attemptLimit(name: string, attempts: number): AttemptLimit {
  const limiter = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    schemaName: 'switchboard',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: QUARTER_HOUR_SECONDS,
    blockDuration: QUARTER_HOUR_SECONDS,
  })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (!isRefusal(error)) throw error
        throw new TooOften(`${name}: too many attempts`, Math.ceil(error.msBeforeNext / 1000))
      }
    },
    async giveBack(key) {
      await limiter.reward(key, 1)
    },
    async forget(key) {
      await limiter.delete(key)
    },
  }
}

const QUARTER_HOUR_SECONDS = 15 * 60

/** The limiter refuses by rejecting with something that is no error; one that is means the database. */
const isRefusal = (rejection: unknown): rejection is { msBeforeNext: number } =>
  typeof rejection === 'object' &&
  rejection !== null &&
  'msBeforeNext' in rejection &&
  typeof rejection.msBeforeNext === 'number'
