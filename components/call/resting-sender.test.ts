import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRestingSender, GROW_AFTER_MS, REST_AFTER_MS, type RestingSender } from './resting-sender.ts'

/** A sender that, like the browser's, takes only the parameters that it gave last. */
function senderOf(encoding: RTCRtpEncodingParameters) {
  let given: RTCRtpSendParameters | null = null
  let encodings = [encoding]
  const asked: RTCRtpEncodingParameters[] = []
  return {
    asked,
    now: () => encodings[0],
    getParameters() {
      given = {
        encodings: encodings.map((one) => ({ ...one })),
        transactionId: '',
        codecs: [],
        headerExtensions: [],
        rtcp: {},
      }
      return given
    },
    async setParameters(parameters: RTCRtpSendParameters) {
      if (parameters !== given) throw new DOMException('stale', 'InvalidStateError')
      given = null
      await Promise.resolve()
      encodings = parameters.encodings
      asked.push({ ...encodings[0] })
    },
  }
}

let sender: ReturnType<typeof senderOf>
let resting: RestingSender
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  sender = senderOf({ maxBitrate: 1_700_000, maxFramerate: 30 })
  resting = createRestingSender(() => sender)
})
afterEach(() => vi.useRealTimers())

describe('a muted picture', () => {
  it('is encoded in full until the media server and its subscribers know it, then rests', async () => {
    await pass(REST_AFTER_MS - 1)
    expect(sender.now()).toEqual({ maxBitrate: 1_700_000, maxFramerate: 30 })
    await pass(1)
    expect(sender.now()).toEqual({ maxBitrate: 1_700_000, maxFramerate: 2, scaleResolutionDownBy: 2 })
  })

  it('does not rest while it comes and goes', async () => {
    await pass(REST_AFTER_MS - 1)
    resting.setLive(true)
    await pass(GROW_AFTER_MS)
    resting.setLive(false)
    await pass(REST_AFTER_MS - 1)
    resting.setLive(true)
    await pass(10_000)
    expect(sender.asked.map(({ maxFramerate }) => maxFramerate)).not.toContain(2)
  })
})

describe('an answered picture', () => {
  it('begins at once in the size in which it rested, so that no second whole frame is needed', async () => {
    await pass(5_000)
    resting.setLive(true)
    await pass(0)
    expect(sender.now()).toMatchObject({ maxFramerate: 30, scaleResolutionDownBy: 2 })
  })

  it('is whole well before two seconds have passed', async () => {
    await pass(5_000)
    resting.setLive(true)
    await pass(1_000)
    expect(sender.now()).toEqual({ maxBitrate: 1_700_000, maxFramerate: 30, scaleResolutionDownBy: 1 })
  })

  it('that is muted again before it is whole does not grow', async () => {
    await pass(5_000)
    resting.setLive(true)
    await pass(GROW_AFTER_MS - 1)
    resting.setLive(false)
    await pass(10_000)
    expect(sender.asked.map((one) => one.scaleResolutionDownBy)).not.toContain(1)
    expect(sender.now()).toMatchObject({ maxFramerate: 2 })
  })

  it('is live even when it is answered in the moment in which it goes to rest', async () => {
    await pass(REST_AFTER_MS)
    resting.setLive(true)
    resting.setLive(false)
    resting.setLive(true)
    await pass(GROW_AFTER_MS)
    expect(sender.now()).toMatchObject({ maxFramerate: 30, scaleResolutionDownBy: 1 })
  })
})

it('asks nothing of a sender that is no longer published, and bears one that refuses', async () => {
  resting.forget()
  resting.setLive(true)
  await pass(10_000)
  expect(sender.asked).toEqual([])

  const refusing = {
    ...sender,
    setParameters: () => Promise.reject(new DOMException('closed', 'InvalidStateError')),
  }
  const other = createRestingSender(() => refusing)
  other.setLive(true)
  await pass(10_000)
  other.forget()
})
