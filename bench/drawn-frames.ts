import type { Page } from '@playwright/test'
import { round } from './statistics.ts'

/** What became of the frames of which a page had to draw one, because something moved. */
export interface DrawnFrames {
  inTime: number
  /** Not on the screen at their turn, while something moved that an eye follows. */
  late: number
  /** Of 60, as many as were in time. NaN when nothing moved. */
  perSecond: number
}

/**
 * Follows `page` while `move` lasts, by Chromium's own account of each frame (`PipelineReporter` in its trace, by which
 * it reckons its measure of smoothness). It sees what the compositor shows, which `requestAnimationFrame` does not.
 */
export async function framesIn(page: Page, move: () => Promise<void>): Promise<DrawnFrames> {
  const browser = page.context().browser()
  if (!browser) throw new Error('this page has no browser of its own')
  await browser.startTracing(page, { categories: ['cc', 'benchmark'] })
  let trace: Buffer
  try {
    await move()
  } finally {
    trace = await browser.stopTracing()
  }
  return drawnIn(JSON.parse(trace.toString()))
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  args: {
    name?: string
    frame_reporter?: { state: string; affects_smoothness: boolean }
  }
}

/** @param trace as Chromium writes it */
export function drawnIn({ traceEvents }: { traceEvents: readonly TraceEvent[] }): DrawnFrames {
  const renderers = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'process_name' && args.name === 'Renderer')
      .map(({ pid }) => pid),
  )
  const frames = traceEvents.flatMap(({ name, ph, pid, args }) =>
    name === 'PipelineReporter' && ph === 'b' && renderers.has(pid) && args.frame_reporter
      ? [args.frame_reporter]
      : [],
  )
  const inTime = frames.filter(({ state }) => state.startsWith('STATE_PRESENTED')).length
  const late = frames.filter((frame) => frame.state === 'STATE_DROPPED' && frame.affects_smoothness).length
  return { inTime, late, perSecond: round((60 * inTime) / (inTime + late)) }
}
