import type { Call } from './board.ts'

/** [SW-405] Only in an open room can anybody meet or come back: without one no time to do so runs out. */
export const hasRoom = ({ media }: Call): boolean => media.kind === 'open'
