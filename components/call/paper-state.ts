import type { DeviceTrouble } from './call-media-state.ts'

/**
 * A paper that the person at this page shows.
 * ```
 *   none ──▶ opening ──▶ shown ──▶ none
 *                └──▶ unavailable ──▶ none
 * ```
 */
export type OwnPaper =
  | { kind: 'none' }
  | { kind: 'opening' }
  /** `isSent`: the other end gets it now; on hold it does not. */
  | { kind: 'shown'; picture: MediaStream; isSent: boolean }
  | { kind: 'unavailable'; why: DeviceTrouble }

export const NO_PAPER: OwnPaper = { kind: 'none' }
