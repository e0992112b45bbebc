import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPictureStart, type Encoder, startWhole } from './picture-start.ts'

/** An encoder as browsers have it: parameters are refused once others have been set. */
function encoder() {
  let version = 0
  let scale: number | undefined
  let most: number | undefined = 1_700_000
  let keeps: RTCDegradationPreference | undefined
  const frames: string[] = []
  const setParameters = async (
    { transactionId, encodings, degradationPreference }: RTCRtpSendParameters,
    options?: { encodingOptions: { keyFrame: boolean }[] },
  ) => {
    if (transactionId !== String(version)) throw new DOMException('', 'InvalidModificationError')
    version++
    await Promise.resolve()
    scale = encodings[0]?.scaleResolutionDownBy
    most = encodings[0]?.maxBitrate
    keeps = degradationPreference
    frames.push(options?.encodingOptions[0]?.keyFrame ? 'whole' : `1/${scale}`)
  }
  return {
    /** What was asked, in order: a size, or a whole frame. */
    frames,
    size: () => scale ?? 1,
    most: () => most,
    keeps: () => keeps,
    getParameters: (): RTCRtpSendParameters => ({
      encodings: [
        { maxBitrate: 1_700_000, ...(scale === undefined ? {} : { scaleResolutionDownBy: scale }) },
      ],
      transactionId: String(version),
      ...(keeps && { degradationPreference: keeps }),
      codecs: [],
      headerExtensions: [],
      rtcp: {},
    }),
    setParameters: vi.fn<typeof setParameters>(setParameters),
  }
}

const startOf = (asked: Encoder, lines?: number) =>
  createPictureStart(
    () => asked,
    () => lines,
  )

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const settle = () => vi.advanceTimersByTimeAsync(0)

it('asks for one whole frame of every layer and changes nothing else', async () => {
  const { getParameters, setParameters } = encoder()
  const before = getParameters()
  await startWhole({ getParameters, setParameters })
  expect(setParameters).toHaveBeenCalledExactlyOnceWith(before, {
    encodingOptions: [{ keyFrame: true }],
  })
})

it('asks nothing where nothing is published', async () => {
  await expect(startWhole(undefined)).resolves.toBeUndefined()
})

it('begins at half the size with a whole frame, and is full before two seconds are over', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  await settle()
  expect(asked.size()).toBe(2)
  start.begin()
  await settle()
  expect(asked.frames).toEqual(['1/2', 'whole'])
  expect(asked.size()).toBe(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked.frames).toEqual(['1/2', 'whole', '1/1'])
})

it('is not made smaller than it begins, and later smaller rather than slower', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  start.begin()
  await settle()
  expect(asked.keeps()).toBe('maintain-resolution')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked.keeps()).toBe('maintain-resolution')
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked.keeps()).toBe('maintain-framerate')
})

it('stays as it is when it is muted again, and begins then with a whole frame', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  start.begin()
  start.rest()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.size()).toBe(1)
  expect(asked.keeps()).toBe('maintain-framerate')
  start.begin()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.frames).toEqual(['1/2', 'whole', '1/1', 'whole'])
})

it('is left as it is where it is live at once', async () => {
  const asked = encoder()
  startOf(asked, 720).begin()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.frames).toEqual(['whole'])
})

it('begins anew with a whole frame, after what is being changed', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.begin()
  start.bound(200_000)
  start.beginAnew()
  await settle()
  expect(asked.frames.at(-1)).toBe('whole')
  expect(asked.frames.filter((frame) => frame === 'whole')).toHaveLength(2)
})

it('asks for one thing after the other, so that none is refused', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  start.begin()
  start.rest()
  start.begin()
  await settle()
  await Promise.all(asked.setParameters.mock.results.map(({ value }) => value))
  expect(asked.frames).toEqual(['1/2', 'whole', '1/1', 'whole'])
})

it.each([
  [1080, 2],
  [720, 2],
  [480, 480 / 360],
  [360, 1],
  [240, 1],
  [undefined, 1],
])('takes nothing from a picture of %s lines that it needs', async (lines, by) => {
  const asked = encoder()
  startOf(asked, lines).rest()
  await settle()
  expect(asked.size()).toBeCloseTo(by)
})

it('leaves an encoder alone that is no longer used', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  start.begin()
  await settle()
  start.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked.frames).toEqual(['1/2', 'whole'])
})

it('asks the encoder that there is, and goes on after a refusal', async () => {
  const before = encoder()
  const asked = encoder()
  let now = before
  const start = createPictureStart(
    () => now,
    () => 720,
  )
  start.rest()
  await settle()
  before.setParameters.mockRejectedValueOnce(new DOMException('', 'InvalidStateError'))
  start.begin()
  await settle()
  now = asked
  start.rest()
  start.begin()
  await settle()
  expect(asked.frames).toEqual(['1/1', 'whole'])
})

it('stays in its bounds through whatever it begins with, and is whole again without them', async () => {
  const asked = encoder()
  const start = startOf(asked, 720)
  start.rest()
  start.bound(100_000)
  start.begin()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([asked.size(), asked.most(), asked.keeps()]).toEqual([4, 100_000, 'maintain-framerate'])
  start.rest()
  await settle()
  expect([asked.size(), asked.most()]).toEqual([4, 100_000])
  start.begin()
  start.bound(null)
  await vi.advanceTimersByTimeAsync(5_000)
  expect([asked.size(), asked.most()]).toEqual([1, 1_700_000])
})
