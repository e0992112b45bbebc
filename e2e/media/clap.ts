/**
 * A flash and a click that begin together, again and again: a clapperboard for the offset of picture and
 * sound. So far apart that one is never taken for the next, so long that a frame of it is always seen.
 */
export const CLAP = { litMs: 200, everyMs: 2_000 } as const
