import { createHash } from 'node:crypto'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { oncePerProcess } from '../config/once-per-process.ts'
import { TooOften } from '../http/refusals.ts'
import { pool } from '../storage/pool.ts'

const QUARTER_HOUR_SECONDS = 15 * 60

/**
 * Counts a sign-in attempt before it is made, so that many at once are counted too. Five for one
 * account within a quarter of an hour, whether the account exists or not, then it is locked for as
 * long; fifty from one network address, because a whole office may share one.
 * @throws TooOften with the seconds until the next try
 */
export async function allowSignIn(email: string, address: string): Promise<void> {
  const { byAccount, byAddress } = limits()
  await consume(byAddress, address)
  await consume(byAccount, accountKey(email))
}

/** A right password: the attempt counts for nothing, and the account starts anew. */
export async function forgiveSignIn(email: string, address: string): Promise<void> {
  const { byAccount, byAddress } = limits()
  await Promise.all([byAccount.delete(accountKey(email)), byAddress.reward(address, 1)])
}

/** The table of counters keeps no addresses of people. */
const accountKey = (email: string): string => createHash('sha256').update(email).digest('hex')

const limits = () =>
  oncePerProcess('sign-in-limits', () => ({
    byAccount: limiter('sign-in-account', 5),
    byAddress: limiter('sign-in-address', 50),
  }))

/** Kept in PostgreSQL, so that every instance counts together and a restart forgets nothing. */
const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: pool(),
    storeType: 'pool',
    schemaName: 'switchboard',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix,
    points,
    duration: QUARTER_HOUR_SECONDS,
    blockDuration: QUARTER_HOUR_SECONDS,
  })

async function consume(limits: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limits.consume(key)
  } catch (error) {
    if (!isRefusal(error)) throw error
    throw new TooOften('sign-in attempts', Math.ceil(error.msBeforeNext / 1000))
  }
}

/** The limiter refuses by rejecting with something that is no error; one that is means the database. */
const isRefusal = (rejection: unknown): rejection is { msBeforeNext: number } =>
  typeof rejection === 'object' &&
  rejection !== null &&
  'msBeforeNext' in rejection &&
  typeof rejection.msBeforeNext === 'number'
