import { describe, expect, it } from 'vitest'
import { figuresFrom } from './figures.ts'
import { NO_SILENCE, nextOwnSilence, nextSilence } from './silence.ts'

/** Every two seconds: how loud this end spoke and the other was heard, as amplitudes. */
function judged(
  readings: readonly { spoken: number; heard: number; sends?: boolean }[],
  saysNothing = false,
): boolean[] {
  let silence = NO_SILENCE
  let since = figuresFrom([])
  return readings.map(({ spoken, heard, sends = true }, at) => {
    const figures = {
      ...since,
      spokenEnergy: since.spokenEnergy + spoken ** 2 * 2,
      heardEnergy: since.heardEnergy + heard ** 2 * 2,
    }
    const moment = { sendsSound: sends, saysNothing, nowMs: (at + 1) * 2_000, elapsedMs: 2_000 }
    silence = nextSilence(silence, figures, since, moment)
    since = figures
    return silence.isSuspect
  })
}

const TALKING = { spoken: 0.1, heard: 0 }
const QUIET = { spoken: 0, heard: 0 }

describe('nextSilence', () => {
  it('suspects an end that is dead silent for eight seconds while this one speaks', () => {
    expect(judged([QUIET, TALKING, QUIET, TALKING])).toEqual([false, false, false, true])
  })

  it('leaves two silent people alone', () => {
    expect(judged(Array.from({ length: 20 }, () => QUIET))).not.toContain(true)
  })

  it('hears a quiet room as a working microphone', () => {
    expect(judged(Array.from({ length: 8 }, () => ({ spoken: 0.1, heard: 0.0003 })))).not.toContain(true)
  })

  it('takes comfort noise for silence once the other end says that its microphone gives nothing', () => {
    const noise = Array.from({ length: 4 }, () => ({ spoken: 0.1, heard: 0.0004 }))
    expect(judged(noise).at(-1)).toBe(false)
    expect(judged(noise, true).at(-1)).toBe(true)
  })

  it('takes it back at the first sound', () => {
    expect(judged([TALKING, TALKING, TALKING, TALKING, { spoken: 0, heard: 0.05 }]).slice(-2)).toEqual([
      true,
      false,
    ])
  })

  it('blames nobody who has switched the microphone off', () => {
    expect(judged(Array.from({ length: 8 }, () => ({ ...TALKING, sends: false })))).not.toContain(true)
  })
})

describe('nextOwnSilence', () => {
  const nothing = figuresFrom([])
  const moment = { isOn: true, nowMs: 10_000, elapsedMs: 2_000 }

  it('counts from the beginning of the first reading without any sound', () => {
    expect(nextOwnSilence(null, nothing, nothing, moment)).toBe(8_000)
    expect(nextOwnSilence(4_000, nothing, nothing, moment)).toBe(4_000)
  })

  it('takes the noise that the browser itself puts behind a dead microphone for nothing', () => {
    const processed = { ...nothing, spokenEnergy: 0.00033 ** 2 * 2 }
    expect(nextOwnSilence(4_000, processed, nothing, moment)).toBe(4_000)
  })

  it('ends at a quiet room, and while the microphone is off', () => {
    const room = { ...nothing, spokenEnergy: 0.0006 ** 2 * 2 }
    expect(nextOwnSilence(4_000, room, nothing, moment)).toBeNull()
    expect(nextOwnSilence(4_000, nothing, nothing, { ...moment, isOn: false })).toBeNull()
  })
})
