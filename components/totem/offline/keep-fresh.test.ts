// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import { holdStill } from './hold-still.ts'
import { type Keeping, keepFresh } from './keep-fresh.ts'

const EMPTY = { topics: [], moreTopics: [], sheets: [], offices: [], totems: [], lifeEvents: [], notices: [] }
const NEWS = { build: 'a', readAt: 1, content: { it: EMPTY, en: EMPTY }, hardware: USUAL_HARDWARE }

let isQuiet: boolean
let answer: () => Response
const onContent = vi.fn<Keeping['onContent']>()
const reload = vi.fn<() => void>()
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  isQuiet = true
  answer = () => Response.json(NEWS)
  onContent.mockClear()
  reload.mockClear()
  vi.stubGlobal('fetch', async () => answer())
  vi.spyOn(location, 'reload').mockImplementation(reload)
  stop = keepFresh({
    slug: 'padova-149',
    build: 'a',
    isQuiet: (untouchedMs) => isQuiet && untouchedMs >= 60_000,
    onContent,
  })
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const aWhile = () => vi.advanceTimersByTimeAsync(6 * 60_000)

it('puts news in place without a reload', async () => {
  await aWhile()
  expect(onContent).toHaveBeenCalledWith(NEWS)
  expect(reload).not.toHaveBeenCalled()
})

it('waits with them until nobody is there', async () => {
  isQuiet = false
  await aWhile()
  expect(onContent).not.toHaveBeenCalled()
  isQuiet = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(onContent).toHaveBeenCalledTimes(1)
})

it('loads a new build, and never while somebody is there', async () => {
  answer = () => Response.json({ ...NEWS, build: 'b' })
  isQuiet = false
  await aWhile()
  expect(reload).not.toHaveBeenCalled()
  isQuiet = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(reload).toHaveBeenCalled()
  expect(onContent).not.toHaveBeenCalled()
})

it('waits until home has not been touched for as long as a reader is given', async () => {
  answer = () => Response.json({ ...NEWS, build: 'b' })
  await vi.advanceTimersByTimeAsync(290_000)
  window.dispatchEvent(new Event('pointerdown'))
  await vi.advanceTimersByTimeAsync(59_000)
  expect(reload).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(reload).toHaveBeenCalled()
})

it('waits for whoever of the staff is there, however long they touch nothing', async () => {
  const letGo = holdStill()
  await aWhile()
  expect(onContent).not.toHaveBeenCalled()
  letGo()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(onContent).toHaveBeenCalledTimes(1)
})

it('keeps what it has while the server is away or answers nonsense', async () => {
  answer = () => new Response('<html>', { status: 200 })
  await aWhile()
  answer = () => new Response('', { status: 503 })
  await aWhile()
  expect(onContent).not.toHaveBeenCalled()
})

it('goes on asking for news although the worker never answers', async () => {
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { register: () => new Promise(() => undefined) },
  })
  await aWhile()
  onContent.mockClear()
  await aWhile()
  expect(onContent).toHaveBeenCalled()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})
