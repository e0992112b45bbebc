// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSpeaker } from './speaker.ts'
import { lastVoiceFault } from './voice-fault.ts'

interface Uttered {
  text: string
  onerror: ((event: { error: string }) => void) | null
}

/** What the machine was to say, and what the page's own voice was ordered. */
let uttered: Uttered[]
let workers: FakeWorker[]

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  readonly orders: { type: string; pieces?: readonly { text: string }[] }[] = []
  constructor() {
    workers.push(this)
  }
  postMessage(order: FakeWorker['orders'][number]) {
    this.orders.push(order)
  }
  terminate() {}
}
class Silent {
  connect() {}
  async resume() {}
  async close() {}
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T09:42:00Z') })
  uttered = []
  workers = []
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('AudioContext', Silent)
  vi.stubGlobal('GainNode', Silent)
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      onerror: Uttered['onerror'] = null
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
