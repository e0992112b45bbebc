import { expect, it } from 'vitest'
import { countedIn, type Report } from './call-counts.ts'

const transport: Report[number] = [
  'T01',
  { type: 'transport', bytesSent: 10_000, packetsSent: 20, bytesReceived: 5_000, packetsReceived: 10 },
]
const microphone: Report = [transport, ['O1', { type: 'outbound-rtp', packetsSent: 6 }]]
const camera: Report = [
  transport,
  ['O2', { type: 'outbound-rtp', packetsSent: 14 }],
  ['R2', { type: 'remote-inbound-rtp', packetsLost: 2 }],
]
const sound: Report = [
  transport,
  ['I1', { type: 'inbound-rtp', packetsReceived: 4, packetsLost: 0, totalAudioEnergy: 0.3 }],
]
const picture: Report = [
  transport,
  ['I2', { type: 'inbound-rtp', packetsReceived: 6, packetsLost: 1, framesDecoded: 29 }],
]

it('adds up all tracks, and counts once the connection that they share', () => {
  expect(countedIn([microphone, camera, sound, picture])).toEqual({
    bytesSent: 10_000 + 20 * 28,
    bytesReceived: 5_000 + 10 * 28,
    packetsSent: 20,
    packetsLostOnTheWayUp: 2,
    packetsReceived: 10,
    packetsLost: 1,
    framesDecoded: 29,
    heardEnergy: 0.3,
  })
})
