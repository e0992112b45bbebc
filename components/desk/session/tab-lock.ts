import type { OperatorId, PageEpoch } from '@/lib/switchboard/ids.ts'
import { remembered, rememberedEpoch } from './desk-session.ts'

const STORAGE_KEY = 'pronto.desk'

/**
 * How long a reload waits for its former self to let go of the lock: the old document may still be
 * unloading when the new one asks.
 */
const HAND_OVER_MS = 400

/**
 * The epoch that this tab had before a reload, or null. Duplicating a tab copies its session storage,
 * so storage alone proves nothing: the tab that lives also holds a lock named after the epoch, and
 * whoever cannot get that lock is the copy.
 */
export async function claimPreviousEpoch(operator: OperatorId): Promise<PageEpoch | null> {
  const epoch = rememberedEpoch(sessionStorage.getItem(STORAGE_KEY), operator)
  if (epoch === null || !('locks' in navigator)) return null
  try {
    return await navigator.locks.request(
      lockName(operator, epoch),
      { signal: AbortSignal.timeout(HAND_OVER_MS) },
      () => epoch,
    )
  } catch {
    return null
  }
}

/** Keeps `epoch` for a reload and holds its lock while this page lives, or until the returned release. */
export function holdEpoch(operator: OperatorId, epoch: PageEpoch): () => void {
  sessionStorage.setItem(STORAGE_KEY, remembered(operator, epoch))
  if (!('locks' in navigator)) return () => {}
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks.request(lockName(operator, epoch), () => isReleased)
  return release
}

/** After signing out: the next person in this tab starts from nothing. */
export const forgetEpoch = () => sessionStorage.removeItem(STORAGE_KEY)

const lockName = (operator: OperatorId, epoch: PageEpoch) => `pronto-desk-${operator}-${epoch}`
