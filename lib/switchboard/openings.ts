import type { Opening, Settings } from './settings.ts'

/** The hours that a body's totems and services keep, each once: most keep those of their office. */
interface Openings {
  totems: readonly Opening[]
  services: readonly Opening[]
}

export function openingsOf(settings: Settings): Openings {
  const known = openings.get(settings)
  if (known) return known
  const each = (places: ReadonlyMap<unknown, { opening: Opening }>) => [
    ...new Set([...places.values()].map(({ opening }) => opening)),
  ]
  const found = { totems: each(settings.totems), services: each(settings.services) }
  openings.set(settings, found)
  return found
}

/** Settings never change, they are replaced; and a body may have thousands of totems. */
const openings = new WeakMap<Settings, Openings>()
