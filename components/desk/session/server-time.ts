import { type EpochMs, epochMs } from '@/lib/switchboard/ids.ts'

/** A view, and when this page got it, by `performance.now()`. */
export interface Received<View> {
  view: View
  receivedAt: number
}

/**
 * The server's clock as far as this page can tell: the time in its newest view, moved on by the time
 * since. The computer's own date is never asked, because it may be wrong.
 */
export const serverTime = (
  { view, receivedAt }: Received<{ serverNow: EpochMs }>,
  nowOnPage: number,
): EpochMs => epochMs(view.serverNow + Math.max(0, nowOnPage - receivedAt))
