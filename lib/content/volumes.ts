/**
 * How loud the other end can be played, in decibels below the loudest. EN 301 549 asks for a range of at least
 * 18 dB (8.2.1.1) with a step 12 dB above the lowest (8.2.1.2); the loudest is what the speakers are set to.
 */
export const VOLUMES_DB = [-18, -12, -6, 0] as const

export type VolumeDb = (typeof VOLUMES_DB)[number]

/** Where every visitor begins: one step is left for who hears badly. */
export const USUAL_VOLUME_DB: VolumeDb = -6
