import { createHash } from 'node:crypto'
import { oncePerProcess } from '../config/once-per-process.ts'
import { attemptLimit } from './attempt-limit.ts'

/** Where an attempt comes from. */
export interface Origin {
  /** Its network address. */
  address: string
  /** The browser, if one that has signed in to this account before (`known-device.ts`). */
  device: string | null
}

/**
 * Counts a sign-in attempt before it is made, whether the account exists or not. Within a quarter of an
 * hour: five for one account from one network address, so that nobody locks a colleague out from
 * elsewhere; fifty for one account from wherever; fifty from one address, because a whole office may
 * share one. A browser that has signed in to the account before has five of its own, which nobody else can use up.
 * @throws TooOften with the seconds until the next try
 */
export async function allowSignIn(email: string, { address, device }: Origin): Promise<void> {
  const { byAddress, byBoth, byAccount, byDevice } = limits()
  if (device !== null) return byDevice.take(keyOf(device))
  await byAddress.take(address)
  // Before the account alone: what one address may not try any more locks nobody else out.
  await byBoth.take(keyOf(email, address))
  await byAccount.take(keyOf(email))
}

/** A right password: the attempt counts for nothing, and from there the account starts anew. */
export async function forgiveSignIn(email: string, { address, device }: Origin): Promise<void> {
  const { byAddress, byBoth, byAccount, byDevice } = limits()
  if (device !== null) return byDevice.forget(keyOf(device))
  await Promise.all([
    byBoth.forget(keyOf(email, address)),
    byAccount.giveBack(keyOf(email)),
    byAddress.giveBack(address),
  ])
}

/** The table of counters keeps no addresses of people. */
const keyOf = (...parts: string[]): string => createHash('sha256').update(parts.join(' ')).digest('hex')

const limits = () =>
  oncePerProcess('sign-in-limits', () => ({
    byAddress: attemptLimit('sign-in-address', 50),
    byBoth: attemptLimit('sign-in-account-and-address', 5),
    byAccount: attemptLimit('sign-in-account', 50),
    byDevice: attemptLimit('sign-in-device', 5),
  }))
