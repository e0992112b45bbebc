import { expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import { createScreenShare } from './screen-share.ts'

const ROOM = { name: 'call-1', identity: 'o-1' }
const LIVE: MediaPlan = { room: ROOM, send: 'live', mayReceive: ['t-1'], shows: ['t-1'] }

function chosen(id: string) {
  const track = Object.assign(new EventTarget(), { id, contentHint: '', stop: vi.fn<() => void>() })
  return { track, media: track as unknown as MediaStreamTrack }
}

/** A page in its room, and what it shares there. */
function page(plan: MediaPlan = LIVE) {
  let newest = plan
  let shared: string | null = null
  const live: boolean[] = []
  const link = {
    state: () => ({ kind: 'joined' as const, room: ROOM }),
    published: () => shared,
    publish: vi.fn<(channel: string, track: MediaStreamTrack) => Promise<void>>(async (_channel, track) => {
      shared = track.id
    }),
    withdraw: async () => {
      shared = null
    },
    setLive: (_channel: string, isLive: boolean) => live.push(isLive),
  }
  const share = createScreenShare(() => newest, link)
  const choose = (track: MediaStreamTrack | null) => {
    const getDisplayMedia = track
      ? async () => ({ getVideoTracks: () => [track] })
      : () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia } })
    return share.start()
  }
  const follow = (next: MediaPlan) => {
    newest = next
    share.sync()
  }
  return { share, link, live, choose, follow, shared: () => shared }
}

it('is shared while the plan is live, and sharp', async () => {
  const { choose, live, shared } = page()
  const { track, media } = chosen('screen')
  expect(await choose(media)).toBe(true)
  await vi.waitFor(() => expect(live.at(-1)).toBe(true))
  expect([shared(), live.at(-1), track.contentHint]).toEqual(['screen', true, 'detail'])
})

it('on hold nothing of it leaves, and afterwards it goes on', async () => {
  const { choose, follow, live } = page()
  await choose(chosen('screen').media)
  await vi.waitFor(() => expect(live.at(-1)).toBe(true))
  follow({ ...LIVE, send: 'muted', shows: [] })
  expect(live.at(-1)).toBe(false)
  follow(LIVE)
  expect(live.at(-1)).toBe(true)
})

it('ends with the call, and the screen is let go of', async () => {
  const { share, choose, follow } = page()
  const { track, media } = chosen('screen')
  await choose(media)
  follow({ room: null, send: 'muted', mayReceive: [], shows: [] })
  expect(share.isOn()).toBe(false)
  expect(track.stop).toHaveBeenCalled()
})

it('ends when the browser says so, and whoever listens is told', async () => {
  const { share, choose, shared } = page()
  const { track, media } = chosen('screen')
  await choose(media)
  const told = vi.fn<() => void>()
  share.subscribe(told)
  track.dispatchEvent(new Event('ended'))
  expect([share.isOn(), told.mock.calls.length]).toEqual([false, 1])
  await vi.waitFor(() => expect(shared()).toBeNull())
})

it('whoever would rather not shares nothing', async () => {
  const { share, link, choose } = page()
  expect(await choose(null)).toBe(false)
  expect(share.isOn()).toBe(false)
  expect(link.publish).not.toHaveBeenCalled()
})

it('gives up what the media server does not take, instead of trying for ever', async () => {
  const { share, link, choose } = page()
  link.publish.mockRejectedValueOnce(new Error('no'))
  await choose(chosen('screen').media)
  await vi.waitFor(() => expect(share.isOn()).toBe(false))
  expect(link.publish).toHaveBeenCalledTimes(1)
})

it('what was chosen for one call is not shared in the next', async () => {
  const { share, link, choose, follow } = page()
  const { track, media } = chosen('screen')
  const choosing = choose(media)
  follow({ ...LIVE, room: { name: 'call-2', identity: 'o-2' }, mayReceive: ['t-2'], shows: ['t-2'] })
  expect(await choosing).toBe(false)
  expect(share.isOn()).toBe(false)
  expect(track.stop).toHaveBeenCalled()
  expect(link.publish).not.toHaveBeenCalled()
})

it('what is shared in one call ends with it, also when the next follows at once', async () => {
  const { share, choose, follow, live } = page()
  const { track, media } = chosen('screen')
  await choose(media)
  await vi.waitFor(() => expect(live.at(-1)).toBe(true))
  const next = { name: 'call-2', identity: 'o-2' }
  follow({ ...LIVE, room: next, mayReceive: ['t-2'], shows: ['t-2'] })
  expect(share.isOn()).toBe(false)
  expect(track.stop).toHaveBeenCalled()
})
