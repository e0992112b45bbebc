import { describe, expect, it } from 'vitest'
import { figuresFrom } from './figures.ts'

const report = (entries: readonly ({ id: string; type: string } & Record<string, unknown>)[]) =>
  new Map(entries.map((entry) => [entry.id, entry]))

const transport = (protocol: string, more = {}) => [
  { id: 'p', type: 'candidate-pair', nominated: true, state: 'succeeded', localCandidateId: 'l', ...more },
  { id: 'l', type: 'local-candidate', protocol },
]

describe('figuresFrom', () => {
  it('counts what several reports share once', () => {
    const inbound = { id: 'i', type: 'inbound-rtp', packetsReceived: 7, totalAudioEnergy: 0.5 }
    expect(figuresFrom([report([inbound]), report([inbound])])).toMatchObject({
      packetsReceived: 7,
      heardEnergy: 0.5,
      spokenEnergy: 0,
      path: null,
      roundTripMs: null,
    })
  })

  it('counts how long sound was held back, and no picture', () => {
    const inbound = (kind: string) => ({
      id: kind,
      type: 'inbound-rtp',
      kind,
      jitterBufferDelay: 4_800,
      jitterBufferEmittedCount: 48_000,
    })
    const held = { heldSampleSeconds: 4_800, heldSamples: 48_000 }
    expect(figuresFrom([report([inbound('audio')]), report([inbound('video')])])).toMatchObject(held)
  })

  it('counts the bytes of pictures, and of no sound', () => {
    const inbound = (kind: string) => ({ id: kind, type: 'inbound-rtp', kind, bytesReceived: 900 })
    expect(figuresFrom([report([inbound('audio')]), report([inbound('video')])])).toMatchObject({
      pictureBytesReceived: 900,
    })
  })

  it('tells UDP, TCP and TLS apart by the pair in use, also through a relay', () => {
    const other = { id: 'q', type: 'candidate-pair', state: 'succeeded', localCandidateId: 'x' }
    expect(figuresFrom([report([other, ...transport('udp')])]).path).toBe('udp')
    expect(figuresFrom([report(transport('tcp', { currentRoundTripTime: 0.12 }))])).toMatchObject({
      path: 'tcp',
      roundTripMs: 120,
    })
    const relayed = [
      ...transport('udp').slice(0, 1),
      { id: 'l', type: 'local-candidate', protocol: 'udp', relayProtocol: 'tls' },
    ]
    expect(figuresFrom([report(relayed)]).path).toBe('tls')
  })

  it('finds bits scarce only while the picture wants more than there are', () => {
    const pair = transport('udp', { availableOutgoingBitrate: 300_000 })
    const sent = (reason: string) => ({ id: 'o', type: 'outbound-rtp', qualityLimitationReason: reason })
    expect(figuresFrom([report([...pair, sent('none')])]).scarceBitsPerSecond).toBeNull()
    expect(figuresFrom([report([...pair, sent('bandwidth')])]).scarceBitsPerSecond).toBe(300_000)
  })

  it('takes the worse of two losses', () => {
    const lost = (id: string, fractionLost: number) => ({ id, type: 'remote-inbound-rtp', fractionLost })
    expect(figuresFrom([report([lost('a', 0.01), lost('b', 0.2)])]).lostUp).toBe(0.2)
  })
})
