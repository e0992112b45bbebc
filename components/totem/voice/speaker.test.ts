// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { USUAL_VOLUME_DB } from '@/lib/content/volumes.ts'
import { createSpeaker } from './speaker.ts'
import { lastVoiceFault } from './voice-fault.ts'

interface Uttered {
  text: string
  volume: number
  onend: (() => void) | null
  onerror: ((event: { error: string }) => void) | null
}

/** What the machine was to say, and what the page's own voice was ordered. */
let uttered: Uttered[]
let workers: FakeWorker[]
let playing: Playing[]
/** Where the page's own voices go out. */
let outputs: Silent[]

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly orders: { type: string; turn?: number; pieces?: readonly { text: string }[] }[] = []
  constructor() {
    workers.push(this)
  }
  postMessage(order: FakeWorker['orders'][number]) {
    this.orders.push(order)
  }
  terminate() {}
}
class Silent {
  readonly currentTime = 0
  readonly gain = { value: Number.NaN }
  constructor(_context: unknown, options?: { gain: number }) {
    if (!options) return
    this.gain.value = options.gain
    outputs.push(this)
  }
  connect() {}
  async resume() {}
  async close() {}
}
/** A piece of sound that plays until the test says so. */
class Playing {
  onended: () => void = () => undefined
  constructor() {
    playing.push(this)
  }
  connect() {}
  start() {}
  stop() {}
}
class Sound {
  readonly duration = 1
  copyToChannel() {}
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:42:00Z') })
  uttered = []
  workers = []
  playing = []
  outputs = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('AudioBuffer', Sound)
  vi.stubGlobal('AudioBufferSourceNode', Playing)
  vi.stubGlobal('AudioContext', Silent)
  vi.stubGlobal('GainNode', Silent)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onend: Uttered['onend'] = null
      onerror: Uttered['onerror'] = null
      volume = 1
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [{ lang: 'it-IT', localService: true }],
    speak: (utterance: Uttered) => uttered.push(utterance),
    cancel: () => undefined,
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const italian = (text: string) => [{ text, language: 'it' }]
const rendered = () =>
  workers.flatMap(({ orders }) => orders.flatMap(({ pieces }) => pieces?.map(({ text }) => text) ?? []))

it('says with the page’s voice what the machine’s could not, and from then on', () => {
  const speaker = createSpeaker()
  speaker.say(italian('Buongiorno'))
  uttered[0]?.onerror?.({ error: 'synthesis-failed' })
  expect(rendered()).toEqual(['Buongiorno'])
  speaker.say(italian('Tocca Videochiama'))
  expect(uttered).toHaveLength(1)
  expect(rendered()).toEqual(['Buongiorno', 'Tocca Videochiama'])
  expect(lastVoiceFault()).toEqual({ whose: 'machine', at: Date.now() })
})

it('takes what was cut off for no fault, and says nothing into a silence', () => {
  const speaker = createSpeaker()
  speaker.say(italian('Buongiorno'))
  const before = lastVoiceFault()
  speaker.say(italian('Tocca Videochiama'))
  uttered[0]?.onerror?.({ error: 'interrupted' })
  expect(lastVoiceFault()).toBe(before)
  speaker.hush()
  uttered[1]?.onerror?.({ error: 'audio-busy' })
  expect(rendered()).toEqual([])
})

it('notes when its own voice cannot be had', () => {
  createSpeaker().say([{ text: 'Bună ziua', language: 'ro' }])
  workers[0]?.onmessage?.({ data: { type: 'failed' } })
  expect(lastVoiceFault()).toEqual({ whose: 'page', at: Date.now() })
})

it('tells when the machine has said all, and not when it was cut off', () => {
  const speaker = createSpeaker()
  const onSaid = vi.fn<() => void>()
  speaker.onSaid(onSaid)
  expect(speaker.isSilent()).toBe(true)
  speaker.say([...italian('Buongiorno'), ...italian('Come possiamo aiutarti?')])
  uttered[0]?.onend?.()
  expect(speaker.isSilent(), 'there is more').toBe(false)
  speaker.say(italian('Tocca Videochiama'))
  uttered[1]?.onend?.()
  expect(onSaid).not.toHaveBeenCalled()
  uttered[2]?.onend?.()
  expect(onSaid).toHaveBeenCalledOnce()
  expect(speaker.isSilent()).toBe(true)
})

it('tells when its own voice has said all: once all is made, and all that was made has been played', () => {
  const speaker = createSpeaker()
  const onSaid = vi.fn<() => void>()
  speaker.onSaid(onSaid)
  const send = (data: object) => workers[0]?.onmessage?.({ data })
  const samples = (turn: number | undefined) =>
    send({ type: 'samples', turn, rate: 22_050, samples: new Float32Array(1) })
  const turn = () => workers[0]?.orders.at(-1)?.turn
  speaker.say([{ text: 'Bună ziua. Cum vă putem ajuta?', language: 'ro' }])
  const first = turn()
  samples(first)
  playing[0]?.onended()
  expect(speaker.isSilent(), 'there is more to come').toBe(false)
  samples(first)
  send({ type: 'made', turn: first })
  expect(onSaid).not.toHaveBeenCalled()
  playing[1]?.onended()
  expect(onSaid).toHaveBeenCalledOnce()

  speaker.say([{ text: 'Apel video', language: 'ro' }])
  samples(turn())
  speaker.hush()
  send({ type: 'made', turn: first })
  playing[2]?.onended()
  expect(onSaid, 'it was cut off').toHaveBeenCalledOnce()
  expect(speaker.isSilent()).toBe(true)
})

it('is silent once its own voice cannot be had', () => {
  const speaker = createSpeaker()
  const onSaid = vi.fn<() => void>()
  speaker.onSaid(onSaid)
  speaker.say([{ text: 'Bună ziua', language: 'ro' }])
  workers[0]?.onmessage?.({ data: { type: 'failed' } })
  expect(onSaid).toHaveBeenCalledOnce()
  expect(speaker.isSilent()).toBe(true)
})

describe('how loud', () => {
  const decibels = (gain: number) => Math.round(20 * Math.log10(gain))

  it('the machine speaks is said from the next word on', () => {
    const speaker = createSpeaker()
    speaker.say(italian('Buongiorno'))
    speaker.setVolume(0)
    speaker.again()
    expect(uttered.map(({ text, volume }) => [text, decibels(volume)])).toEqual([
      ['Buongiorno', USUAL_VOLUME_DB],
      ['Buongiorno', 0],
    ])
    expect(createSpeaker().volume(), 'the next visitor begins as usual').toBe(USUAL_VOLUME_DB)
  })

  it('the page speaks is changed at once, and kept when its voice is made anew', () => {
    const speaker = createSpeaker()
    speaker.say([{ text: 'Bună ziua', language: 'ro' }])
    const now = () => outputs.map(({ gain }) => decibels(gain.value))
    expect(now()).toEqual([USUAL_VOLUME_DB])
    speaker.setVolume(-18)
    expect(now()).toEqual([-18])
    workers[0]?.onmessage?.({ data: { type: 'failed' } })
    speaker.again()
    expect(now()).toEqual([-18, -18])
  })
})

it('says again what was said before something aside', () => {
  const speaker = createSpeaker()
  speaker.say(italian('Tocca Videochiama'))
  speaker.aside(italian('Volume 4 di 4'))
  speaker.again()
  expect(uttered.map(({ text }) => text)).toEqual(['Tocca Videochiama', 'Volume 4 di 4', 'Tocca Videochiama'])
})
