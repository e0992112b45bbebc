import { VOLUMES_DB, type VolumeDb } from '@/lib/content/volumes.ts'

/** As media elements want it, 0 to 1. */
export const gainOf = (volume: VolumeDb): number => 10 ** (volume / 20)

/** The next step up or down; null: there is none. */
export function nextVolume(volume: VolumeDb, direction: 'louder' | 'softer'): VolumeDb | null {
  const at = VOLUMES_DB.indexOf(volume)
  return VOLUMES_DB[direction === 'louder' ? at + 1 : at - 1] ?? null
}
