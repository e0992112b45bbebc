import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { probeNetwork } from './probe-network.ts'

/** What the media server and the network in between do with whoever joins. */
let line: { isAnswered: boolean; relayProtocol: string | null }

/** LiveKit as far as the trial uses it. */
class Room extends EventEmitter {
  readonly engine = {
    cleanupPeerConnections: async () => {},
    pcManager: {
      publisher: {
        getStats: async () =>
          new Map<string, object>([
            [
              'p',
              { id: 'p', type: 'candidate-pair', nominated: true, state: 'succeeded', localCandidateId: 'l' },
            ],
            ['l', { id: 'l', type: 'local-candidate', protocol: 'udp', relayProtocol: line.relayProtocol }],
          ]),
      },
    },
  }
  async connect() {
    if (line.isAnswered) this.emit('SignalConnected')
    if (line.relayProtocol !== null) return
    patience.abort()
    await new Promise(() => {})
  }
  async disconnect() {}
}

vi.mock('livekit-client', () => ({
  Room,
  RoomEvent: { SignalConnected: 'SignalConnected' },
  setLogLevel: () => {},
}))

const ticket = { url: 'ws://127.0.0.1', token: 't', room: 'r', identity: 'i' }

let patience: AbortController

beforeEach(() => {
  patience = new AbortController()
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
})
afterEach(() => void vi.restoreAllMocks())

it.each([
  ['TLS where a relay is reached by it', { isAnswered: true, relayProtocol: 'tls' }, 'tls'],
  [
    'blocked where the server answers but no media comes',
    { isAnswered: true, relayProtocol: null },
    'blocked',
  ],
  ['unreachable where the server does not answer', { isAnswered: false, relayProtocol: null }, 'unreachable'],
])('says %s', async (_, between, path) => {
  line = between
  expect(await probeNetwork(async () => ticket)).toBe(path)
})
