import type { EpochMs, ServiceSlug } from './ids.ts'
import type { Closure } from './settings.ts'

/** [SW-93] The closure of the whole body that keeps this service closed at `now`; undefined: none. */
export const closureAt = (
  closures: readonly Closure[],
  service: ServiceSlug,
  now: EpochMs,
): Closure | undefined =>
  closures.find(({ closesAt, opensAt, exempt }) => closesAt <= now && now < opensAt && !exempt.has(service))
