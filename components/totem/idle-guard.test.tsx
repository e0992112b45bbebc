// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/totem.json'
import { IdleGuard } from './idle-guard.tsx'
import { Voice } from './voice/voice.tsx'

const VOICES = [{ lang: 'it-IT', localService: true }]

let root: Root
let gone: number

const render = (quietMs: number) =>
  act(async () =>
    root.render(<IdleGuard words={italian} locale="it" quietMs={quietMs} onGone={() => gone++} />),
  )
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const asks = () => document.querySelector('dialog') !== null
const stay = () => act(async () => document.querySelector('button')?.click())

beforeEach(() => {
  vi.useFakeTimers()
  gone = 0
  root = openRoot()
})

afterEach(async () => {
  await closeRoot(root)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a visitor who may have left', () => {
  it('is asked after a minute of reading, and two of typing', async () => {
    await render(60_000)
    await pass(59_900)
    expect(asks()).toBe(false)
    await pass(200)
    expect(asks()).toBe(true)
  })

  it('is given two minutes between touches where something is typed', async () => {
    await render(120_000)
    await pass(119_900)
    expect(asks()).toBe(false)
    await pass(200)
    expect(asks()).toBe(true)
  })

  it('has 30 seconds to answer, more than the 20 of WCAG 2.2.1, and is gone then', async () => {
    await render(60_000)
    await pass(60_100)
    await pass(29_500)
    expect(document.querySelector('dialog')?.textContent).toContain('Tra 1 secondo si torna')
    expect(gone).toBe(0)
    await pass(1_000)
    expect(gone).toBe(1)
  })

  it('may stay at one touch, ten times and more', async () => {
    await render(60_000)
    for (let time = 0; time < 12; time++) {
      await pass(60_100)
      expect(asks(), `time ${time}`).toBe(true)
      await stay()
      expect(asks()).toBe(false)
    }
    expect(gone).toBe(0)
  })

  it('may stay at a touch anywhere, which does nothing beneath', async () => {
    await render(60_000)
    await pass(60_100)
    const dialog = document.querySelector('dialog')
    await act(async () => {
      dialog?.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    })
    expect(asks()).toBe(true)
    await act(async () => dialog?.click())
    expect(asks()).toBe(false)
  })

  it('may stay by Escape where the voice takes the keys', async () => {
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        lang = ''
      },
    )
    vi.stubGlobal('speechSynthesis', {
      getVoices: () => [{ lang: 'it-IT', localService: true }],
      speak: () => undefined,
      cancel: () => undefined,
    })
    await act(async () =>
      root.render(
        <main>
          <IdleGuard words={italian} locale="it" quietMs={60_000} onGone={() => gone++} />
          <Voice words={italian} language="it" />
        </main>,
      ),
    )
    await pass(60_100)
    expect(asks()).toBe(true)
    await act(async () =>
      document
        .querySelector('button')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    )
    expect(asks()).toBe(false)
  })

  /** A voice that has been asked to read, as long as it says that it speaks. */
  const read = async () => {
    const speech = {
      getVoices: () => VOICES,
      speak: () => undefined,
      cancel: () => undefined,
      speaking: true,
    }
    vi.stubGlobal(
      'SpeechSynthesisUtterance',
      class {
        lang = ''
      },
    )
    vi.stubGlobal('speechSynthesis', speech)
    await act(async () =>
      root.render(
        <main>
          <h1 tabIndex={-1}>Una scheda lunga</h1>
          <IdleGuard words={italian} locale="it" quietMs={60_000} onGone={() => gone++} />
          <Voice words={italian} language="it" />
        </main>,
      ),
    )
    await act(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }))
    })
    return speech
  }

  it('is not asked while they listen to what they asked for, and is once it has been said', async () => {
    const speech = await read()
    await pass(180_000)
    expect(asks()).toBe(false)
    speech.speaking = false
    await pass(59_000)
    expect(asks()).toBe(false)
    await pass(2_000)
    expect(asks()).toBe(true)
  })

  it('is asked however long a broken voice seems to speak', async () => {
    await read()
    await pass(11 * 60_000 + 1_000)
    expect(asks()).toBe(true)
  })

  it('is not asked while a hand or a key shows that they are there', async () => {
    await render(60_000)
    for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
      await pass(50_000)
      window.dispatchEvent(new Event(sign))
    }
    await pass(50_000)
    expect(asks()).toBe(false)
  })
})
