import { expect, it } from 'vitest'
import { VOICE_BITS_PER_SECOND } from './livekit-options.ts'
import { boundVoice } from './voice-bits.ts'

it('bounds what the voice takes, and gives it back', () => {
  const bounds: (number | undefined)[] = []
  const sender = {
    getParameters: () => ({
      transactionId: '1',
      codecs: [],
      headerExtensions: [],
      rtcp: {},
      encodings: [{ maxBitrate: VOICE_BITS_PER_SECOND.usual }],
    }),
    async setParameters({ encodings }: RTCRtpSendParameters) {
      bounds.push(encodings[0]?.maxBitrate)
    },
  }
  boundVoice(sender, true)
  boundVoice(sender, false)
  boundVoice(undefined, true)
  expect(bounds).toEqual([16_000, 48_000])
})
