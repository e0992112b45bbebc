import { expect, it } from 'vitest'
import { startWhole } from './start-whole.ts'

const parameters: RTCRtpSendParameters = {
  encodings: [{ maxBitrate: 1_700_000 }],
  transactionId: '1',
  codecs: [],
  headerExtensions: [],
  rtcp: {},
}

it('asks for one whole frame of every layer and changes nothing else', async () => {
  const asked: unknown[] = []
  await startWhole({
    getParameters: () => parameters,
    setParameters: async (...given) => void asked.push(given),
  })
  expect(asked).toEqual([[parameters, { encodingOptions: [{ keyFrame: true }] }]])
  expect(parameters.encodings).toEqual([{ maxBitrate: 1_700_000 }])
})

it('asks nothing where nothing is published', async () => {
  await expect(startWhole(undefined)).resolves.toBeUndefined()
})
