/**
 * This browser's time, in ms since 1970, as it was when the page was loaded and gone on evenly since: whoever sets
 * the machine's clock right meanwhile moves nothing on the screen.
 */
export const pageClock = (): number => performance.timeOrigin + performance.now()
