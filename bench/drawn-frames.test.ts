import { describe, expect, it } from 'vitest'
import { drawnIn } from './drawn-frames.ts'

const RENDERER = 7
const nameOf = (pid: number, name: string) => ({ name: 'process_name', ph: 'M', pid, args: { name } })
const frame = (state: string, affects = false, pid = RENDERER) => ({
  name: 'PipelineReporter',
  ph: 'b',
  pid,
  args: { frame_reporter: { state: `STATE_${state}`, affects_smoothness: affects } },
})

describe('the frames in a trace', () => {
  it('are in time when shown, whole or in part, and late when dropped while something moved', () => {
    const shown = [frame('PRESENTED_ALL'), frame('PRESENTED_PARTIAL'), frame('PRESENTED_ALL')]
    const drawn = drawnIn({
      traceEvents: [nameOf(RENDERER, 'Renderer'), ...shown, frame('DROPPED', true)],
    })
    expect(drawn).toEqual({ inTime: 3, late: 1, perSecond: 45 })
  })

  it('count for nothing when nothing was to be drawn, nobody followed them, or they are another process’s', () => {
    const drawn = drawnIn({
      traceEvents: [
        nameOf(RENDERER, 'Renderer'),
        nameOf(8, 'Browser'),
        frame('PRESENTED_ALL'),
        frame('NO_UPDATE_DESIRED'),
        frame('DROPPED'),
        frame('DROPPED', true, 8),
      ],
    })
    expect(drawn).toEqual({ inTime: 1, late: 0, perSecond: 60 })
  })

  it('are no number at all when nothing moved', () => {
    expect(drawnIn({ traceEvents: [] }).perSecond).toBeNaN()
  })
})
