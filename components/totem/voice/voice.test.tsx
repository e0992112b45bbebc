// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { TotemView } from '@/lib/switchboard/views.ts'
import italian from '@/messages/it/totem.json'
import { sampleContent } from '../gallery/sample-scene.ts'
import { callIn, MONDAY_1042, stepsUntil, totemShowing } from '../sample-views.ts'
import { TotemApp } from '../totem-app.tsx'
import type { Piece } from './what-is-said.ts'

/** The browser's voice, which only notes what it was to say. */
let said: string[]
let loudness: number[]
let cutOff: number
let voices: { lang: string; localService: boolean }[]
let root: Root
let streams: FakeStream[]

class FakeStream {
  onmessage: ((message: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  constructor() {
    streams.push(this)
  }
  addEventListener() {}
  close() {}
}

const press = async (key: string) => {
  const target = document.activeElement ?? document.body
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
}
const pressUntil = async (key: string, words: RegExp) => {
  for (let times = 0; times < 60 && !words.test(said.at(-1) ?? ''); times++) await press(key)
  expect(said.at(-1)).toMatch(words)
}
const show = (view: TotemView) => act(async () => streams.at(-1)?.onmessage?.({ data: JSON.stringify(view) }))
const fetched = (chunk: () => Promise<unknown>) => act(async () => void (await chunk()))

beforeEach(async () => {
  said = []
  loudness = []
  streams = []
  cutOff = 0
  voices = ['it-IT', 'en-GB', 'ro', 'fr-FR', 'ar', 'uk', 'sq'].map((lang) => ({ lang, localService: true }))
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak({ text, volume }: { text: string; volume: number }) {
      said.push(text)
      loudness.push(Math.round(20 * Math.log10(volume)))
    },
    cancel: () => cutOff++,
  })
  vi.stubGlobal('EventSource', FakeStream)
  vi.stubGlobal('fetch', async () => Response.json({ epoch: 7 }))
  root = openRoot()
  await act(async () =>
    root.render(
      <TotemApp
        slug="padova-149"
        totemName="Totem di via Padova 149"
        bodyName="Comune di Modena"
        phone="059 20312"
        isSample={false}
        dataProtectionOfficer=""
        kept={{ callbackHours: 24, logDays: 396 }}
        phonesAt="https://comune.example"
        isAlwaysOpen={false}
        hasPrinter={false}
        hardware={USUAL_HARDWARE}
        build="a"
        locale="it"
        modes={[]}
        words={{ italian, spoken: { locale: 'it', words: italian } }}
        content={{ it: sampleContent, en: sampleContent }}
        renderedAt={MONDAY_1042}
      />,
    ),
  )
  await show(totemShowing(null))
})

afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

const start = async () => {
  await press('*')
  await fetched(() => import('./voice.tsx'))
}

describe('by keys and ears alone', () => {
  it('is started by its key from any screen, and says how it is used', async () => {
    await start()
    expect(said.at(-1)).toMatch(/^Voce accesa\. .*Zero per leggere tutto lo schermo/)
  })

  it('leads from home to the notice before a call, and back', async () => {
    await start()
    await pressUntil('ArrowDown', /^Videochiama l’URP .*Pulsante\.$/)
    await press('Enter')
    await fetched(() => import('../screen-of.tsx'))
    expect(said.at(-1)).toMatch(/^Comune di Modena .*Prima di iniziare/)
    await pressUntil('ArrowDown', /^Avvia\. Pulsante\.$/)
    await press('Escape')
    expect(said.at(-1)).toContain('Come possiamo aiutarti?')
  })

  it('says before a call who will see and hear, and that nothing is recorded', async () => {
    await start()
    await pressUntil('ArrowDown', /^Videochiama l’URP .*Pulsante\.$/)
    await press('Enter')
    await fetched(() => import('../screen-of.tsx'))
    const { seen, before, recording, devices } = italian.notice
    for (const words of [seen, before, recording, devices]) expect(said.at(-1)).toContain(words)
  })

  it('says where no call can be had what to do instead: the number, when, and where', async () => {
    const nextSteps = stepsUntil(epochMs(Date.parse('2026-11-24T09:00:00+01:00')), {
      totem: { name: 'Totem di Villanova', address: 'via Barbolini 9', closesAt: null },
    })
    await show(totemShowing(null, { callable: { urp: { kind: 'no', why: 'totem-closed', nextSteps } } }))
    await start()
    await pressUntil('ArrowDown', /^Videochiama l’URP .*Pulsante\.$/)
    await press('Enter')
    await fetched(() => import('../screen-of.tsx'))
    expect(said.at(-1)).toMatch(
      /Adesso siamo chiusi.*059 20312.*domani alle 9.*Totem di Villanova via Barbolini 9/,
    )
  })

  it('leads without a connection to the number that stands where the call key was', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      await start()
      await act(async () => {
        streams.at(-1)?.onerror?.()
        await vi.advanceTimersByTimeAsync(2_000)
      })
      await pressUntil('ArrowDown', /^Video senza collegamento/)
      expect(said.at(-1)).toContain('059 20312')
    } finally {
      vi.useRealTimers()
    }
  })

  it('says again what was said, and reads the whole screen', async () => {
    await start()
    await press('ArrowDown')
    const once = said.at(-1)
    await press('5')
    expect(said.at(-1)).toBe(once)
    said = []
    await press('0')
    expect(said.join(' ')).toContain('Carta d’identità')
    expect(said.join(' ')).toContain('Italiano facile')
  })

  it('is cut off by every key', async () => {
    await start()
    const before = cutOff
    await press('x')
    expect(cutOff).toBeGreaterThan(before)
  })

  it('gets louder and softer over 18 dB, and says again what was too soft', async () => {
    await start()
    await press('ArrowDown')
    const before = said.at(-1)
    await press('9')
    await press('9')
    expect(said.slice(-2)).toEqual(['Volume 4 di 4', 'Volume 4 di 4'])
    await press('5')
    expect([said.at(-1), loudness.at(-1)]).toEqual([before, 0])
    for (let times = 0; times < 4; times++) await press('7')
    expect([said.at(-1), loudness.at(-1)]).toEqual(['Volume 1 di 4', -18])
    await press('*')
    await press('*')
    expect([said.at(-1), loudness.at(-1)], 'the next visitor').toEqual([
      expect.stringMatching(/^Voce accesa\..*Nove per alzare il volume\./),
      -6,
    ])
  })

  it('ends at its key, and is silent then', async () => {
    await start()
    await press('*')
    said = []
    await press('ArrowDown')
    expect(said).toEqual([])
  })
})

it('leaves the digits of the staff’s PIN to the PIN', async () => {
  const touch = async (name: string, wanted: () => Promise<unknown>) => {
    const keys = [...document.querySelectorAll('button')]
    await act(async () => keys.find(({ textContent }) => textContent === name)?.click())
    await fetched(wanted)
  }
  await start()
  await touch(italian.bar.accessibility, () => import('../modes-panel.tsx'))
  await touch(italian.staff.entry, () => import('../attendant/attendant.tsx'))
  const first = [...document.querySelectorAll('dialog button')].find(({ textContent }) => textContent === '1')
  await act(async () => first instanceof HTMLElement && first.focus())
  await press('1')
  said = []
  for (const digit of '5079') await press(digit)
  expect(said).toEqual([])
  expect(document.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe('Cifre scritte: 5')
})

describe('in a field', () => {
  const field = () => document.querySelector<HTMLInputElement>('input[type="search"], input')
  const keyDown = async (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    await act(async () => field()?.dispatchEvent(event))
    return event
  }
  beforeEach(async () => {
    const search = [...document.querySelectorAll('button')].find((key) => key.textContent.startsWith('Cerca'))
    await act(async () => search?.click())
    await fetched(() => import('../screen-of.tsx'))
    await act(async () => field()?.focus())
  })

  it('that is empty its key starts it and is no letter', async () => {
    const star = await keyDown('*')
    expect(star.defaultPrevented).toBe(true)
    await fetched(() => import('./voice.tsx'))
    expect(said.at(-1)).toMatch(/^Voce accesa\./)
  })

  it('that holds letters its key is one of them', async () => {
    const written = field()
    if (written) written.value = 'multa'
    const star = await keyDown('*')
    expect(star.defaultPrevented).toBe(false)
    await fetched(() => import('./voice.tsx'))
    expect(said).toEqual([])
  })

  it('the way between letters stays the field’s own', async () => {
    await keyDown('*')
    await fetched(() => import('./voice.tsx'))
    const written = field()
    await act(async () => written?.focus())
    expect((await keyDown('ArrowLeft')).defaultPrevented).toBe(false)
    expect(document.activeElement).toBe(written)
    expect((await keyDown('ArrowDown')).defaultPrevented).toBe(true)
    expect(document.activeElement).not.toBe(written)
  })
})

it('Escape in a wait goes to the key that would give up the place, and does not touch it', async () => {
  const wait = { kind: 'position' } as const
  const call = callIn({
    kind: 'waiting',
    position: 3,
    again: false,
    wait,
    stillHere: null,
    callbackOffered: false,
  })
  await show(totemShowing(call))
  await fetched(() => import('../screen-of.tsx'))
  await start()
  await press('Escape')
  expect(said.at(-1)).toBe('Annulla. Pulsante.')
  expect(document.querySelector('main')?.dataset.screen).toBe('wait')
})

describe('where this machine has no voice of its own, only a server that would be told', () => {
  let workers: FakeWorker[]
  let sounds: FakeSound[]

  class FakeWorker {
    readonly told: { type: string; turn?: number; pieces?: readonly Piece[] }[] = []
    isClosed = false
    onmessage: (message: { data: object }) => void = () => undefined
    constructor() {
      workers.push(this)
    }
    postMessage(order: { type: string }) {
      this.told.push(order)
    }
    terminate() {
      this.isClosed = true
    }
    makes(turn: number | undefined) {
      this.onmessage({ data: { type: 'samples', turn, rate: 22_050, samples: new Float32Array(22_050) } })
    }
  }

  class FakeSound {
    startsAt = Number.NaN
    isStopped = false
    onended = () => undefined
    constructor() {
      sounds.push(this)
    }
    connect() {}
    start(at: number) {
      this.startsAt = at
    }
    stop() {
      this.isStopped = true
    }
  }

  beforeEach(async () => {
    voices = [{ lang: 'it-IT', localService: false }]
    sounds = []
    workers = []
    vi.stubGlobal('Worker', FakeWorker)
    vi.stubGlobal(
      'AudioContext',
      class {
        currentTime = 5
        destination = null
        resume = async () => undefined
        close = async () => undefined
      },
    )
    vi.stubGlobal(
      'GainNode',
      class {
        connect() {}
      },
    )
    vi.stubGlobal('AudioBufferSourceNode', FakeSound)
    vi.stubGlobal(
      'AudioBuffer',
      class {
        readonly duration: number
        constructor({ length, sampleRate }: { length: number; sampleRate: number }) {
          this.duration = length / sampleRate
        }
        copyToChannel() {}
      },
    )
    await start()
  })
  const worker = () => workers.at(-1)
  const lastOrder = () =>
    worker()
      ?.told.filter(({ pieces = [] }) => pieces.length > 0)
      .at(-1)

  it('is made in the page, piece after piece', async () => {
    expect(said).toEqual([])
    expect(worker()?.told[0]).toMatchObject({ type: 'start' })
    await press('ArrowDown')
    expect(lastOrder()?.pieces).toEqual([{ language: 'it', text: expect.stringContaining('Pulsante.') }])
    worker()?.makes(lastOrder()?.turn)
    worker()?.makes(lastOrder()?.turn)
    expect(sounds.map(({ startsAt }) => startsAt)).toEqual([5, 6])
  })

  it('stops at once when the focus moves, and what was asked before is never heard', async () => {
    await press('ArrowDown')
    const before = lastOrder()
    worker()?.makes(before?.turn)
    await press('ArrowDown')
    expect(sounds.map(({ isStopped }) => isStopped)).toEqual([true])
    worker()?.makes(before?.turn)
    expect(sounds).toHaveLength(1)
    expect(lastOrder()?.pieces).not.toEqual(before?.pieces)
  })

  it('is gone when it is ended, and begins anew after it has failed', async () => {
    const first = worker()
    await act(async () => first?.onmessage({ data: { type: 'failed' } }))
    expect(first?.isClosed).toBe(true)
    await press('ArrowDown')
    expect(worker()).not.toBe(first)
    await press('*')
    expect(worker()?.isClosed).toBe(true)
  })
})
