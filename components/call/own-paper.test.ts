import { beforeEach, expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { createOwnPaper, type OwnPaperParts } from './own-paper.ts'

/** A camera that opens when the test says so, and a room that publishes at once. */
let opened: (track: MediaStreamTrack | 'in-use') => void
let narrowed: number
let published: string | null
let isLive: boolean
let isAllowed: boolean
let paper: OwnPaperParts

const settle = () => new Promise((resolve) => setImmediate(resolve))

const track = (id: string) => {
  const target = new EventTarget()
  return Object.assign(target, {
    id,
    contentHint: '',
    stop: vi.fn<() => void>(),
  }) as unknown as MediaStreamTrack
}

const plan = (change: Partial<MediaPlan> = {}): MediaPlan => ({
  room: { name: 'call', identity: 't' },
  send: 'live',
  mayReceive: ['anna'],
  shows: ['anna'],
  ...change,
})

beforeEach(() => {
  vi.stubGlobal('navigator', { mediaDevices: { enumerateDevices: async () => [] } })
  vi.stubGlobal('MediaStream', Object)
  narrowed = 0
  published = null
  isLive = false
  isAllowed = true
  paper = createOwnPaper(
    {
      state: () => ({ kind: 'joined', room: { name: 'call', identity: 't' } }),
      async publish(_, { id }) {
        published = id
      },
      async withdraw() {
        published = null
        isLive = false
      },
      published: () => published,
      setLive(_, live) {
        isLive = live && published !== null
      },
      isLive: () => isLive,
    },
    {
      widen: () =>
        new Promise((resolve) => {
          opened = resolve
        }),
      async narrow() {
        narrowed++
      },
    },
    () => isAllowed,
  )
  paper.follow(plan())
})

async function shown(): Promise<MediaStreamTrack> {
  const camera = track('paper')
  paper.show()
  await settle()
  opened(camera)
  await settle()
  return camera
}

it('is published and sent only once somebody shows it', async () => {
  expect(published).toBeNull()
  const { contentHint } = await shown()
  expect({ published, isLive, contentHint }).toEqual({
    published: 'paper',
    isLive: true,
    contentHint: 'detail',
  })
  expect(paper.state()).toMatchObject({ kind: 'shown', isSent: true })
})

it('falls silent on hold, says so, and goes on afterwards', async () => {
  await shown()
  isAllowed = false
  paper.follow(plan({ send: 'muted', shows: [] }))
  paper.refresh()
  expect(isLive).toBe(false)
  expect(paper.state()).toMatchObject({ kind: 'shown', isSent: false })
  isAllowed = true
  paper.follow(plan())
  paper.refresh()
  expect(isLive).toBe(true)
  expect(paper.state()).toMatchObject({ kind: 'shown', isSent: true })
})

it('that is put away on hold is not seen when the call goes on', async () => {
  const camera = await shown()
  isAllowed = false
  paper.follow(plan({ send: 'muted', shows: [] }))
  paper.refresh()
  paper.stop()
  isAllowed = true
  paper.follow(plan())
  paper.refresh()
  await settle()
  expect({ published, isLive, state: paper.state() }).toEqual({
    published: null,
    isLive: false,
    state: { kind: 'none' },
  })
  expect(camera.stop).toHaveBeenCalled()
})

it('is not shown to whoever takes the call over', async () => {
  const camera = await shown()
  paper.follow(plan({ mayReceive: ['anna', 'bruno'] }))
  expect(paper.state().kind).toBe('shown')
  paper.follow(plan({ mayReceive: ['bruno'], shows: ['bruno'] }))
  await settle()
  expect(paper.state()).toEqual({ kind: 'none' })
  expect(published).toBeNull()
  expect(camera.stop).toHaveBeenCalled()
  expect(narrowed).toBe(1)
})

it('is not shown to whoever takes the call over while a guest stays, who never saw it', async () => {
  const guest = { peopleOnly: ['maria'] }
  paper.follow(plan({ mayReceive: ['anna', 'maria'], ...guest }))
  const camera = await shown()
  paper.follow(plan({ mayReceive: ['bruno', 'maria'], ...guest }))
  await settle()
  expect(paper.state()).toEqual({ kind: 'none' })
  expect(published).toBeNull()
  expect(camera.stop).toHaveBeenCalled()
})

it('ends with the call', async () => {
  const camera = await shown()
  paper.follow(plan({ room: null, send: 'muted', mayReceive: [], shows: [] }))
  await settle()
  expect(published).toBeNull()
  expect(camera.stop).toHaveBeenCalled()
})

it('lets go of a camera that opens after the visitor has stopped', async () => {
  const camera = track('late')
  paper.show()
  await settle()
  paper.stop()
  opened(camera)
  await settle()
  expect(camera.stop).toHaveBeenCalled()
  expect(published).toBeNull()
  expect(paper.state()).toEqual({ kind: 'none' })
})

it('says why there is no picture, and asks again at the next tap', async () => {
  paper.show()
  await settle()
  opened('in-use')
  await settle()
  expect(paper.state()).toEqual({ kind: 'unavailable', why: 'in-use' })
  await shown()
  expect(paper.state().kind).toBe('shown')
})

it('says so when the camera is unplugged', async () => {
  const camera = await shown()
  camera.dispatchEvent(new Event('ended'))
  await settle()
  expect(paper.state()).toEqual({ kind: 'unavailable', why: 'lost' })
  expect(published).toBeNull()
})
