import { VOICE_BITS_PER_SECOND } from './livekit-options.ts'

type VoiceSender = Pick<RTCRtpSender, 'getParameters' | 'setParameters'>

/** Takes effect within a packet or two. A sender that refuses goes on as before. */
export function boundVoice(sender: VoiceSender | undefined, isThrifty: boolean): void {
  if (!sender) return
  const parameters = sender.getParameters()
  const maxBitrate = isThrifty ? VOICE_BITS_PER_SECOND.least : VOICE_BITS_PER_SECOND.usual
  for (const encoding of parameters.encodings) encoding.maxBitrate = maxBitrate
  sender.setParameters(parameters).catch(() => undefined)
}
