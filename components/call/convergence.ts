import type { NextStep } from './next-step.ts'

/** Brings a page's media closer to what it should be: one step at a time, each chosen anew. */
export interface Convergence {
  /** Something has changed: takes steps until none is left. Joins what is under way. */
  goOn: () => Promise<void>
  /** What is under way can no longer succeed, or is no longer wanted; waiting for it would hold up the rest. */
  abandon: () => void
  /** Nothing is tried for a moment, for longer after each failure. */
  pause: () => void
  isPausing: () => boolean
  /** Something else is wanted now, so nothing has failed yet. */
  endPause: () => void
  /** It worked: the next pause is a short one again. */
  succeeded: () => void
}

export interface ConvergenceOptions {
  /** The one thing to do now, by the newest plan. */
  next: () => NextStep
  take: (step: NextStep, signal: AbortSignal) => Promise<void>
  /** The way back from a step that failed, whichever it was. */
  leave: () => Promise<void>
  onPauseOver: () => void
}

export function createConvergence({ next, take, leave, onPauseOver }: ConvergenceOptions): Convergence {
  let isUnderWay = false
  let interrupt = new AbortController()
  let failures = 0
  let pauseTimer: ReturnType<typeof setTimeout> | null = null

  const pause = () => {
    if (pauseTimer !== null) return
    pauseTimer = setTimeout(() => {
      pauseTimer = null
      onPauseOver()
    }, pauseMs(failures++))
  }

  const perform = async (step: NextStep) => {
    const { signal } = interrupt
    try {
      await take(step, signal)
    } catch {
      // Out, a pause, and in again if the plan still says so. Reasons stay out of the log, because LiveKit's
      // may quote the token.
      if (!signal.aborted) pause()
      await leave()
    }
  }

  return {
    async goOn() {
      if (isUnderWay) return
      isUnderWay = true
      try {
        for (;;) {
          const step = next()
          if (step.kind === 'rest') return
          await perform(step)
        }
      } finally {
        isUnderWay = false
      }
    },
    abandon() {
      interrupt.abort()
      interrupt = new AbortController()
    },
    pause,
    isPausing: () => pauseTimer !== null,
    endPause() {
      if (pauseTimer !== null) clearTimeout(pauseTimer)
      pauseTimer = null
      failures = 0
    },
    succeeded() {
      failures = 0
    },
  }
}

/** Soon at first; never more than 5 s, and never all pages at the same moment. */
const pauseMs = (failures: number): number =>
  Math.min(400 * 2 ** failures, 5_000) * (0.75 + Math.random() / 2)
