import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/**
 * From now on `x-forwarded-for` of every request to this process says the truth about its last hop. Next
 * notes the peer there only when the caller has sent no such header, and shows routes nothing else of
 * it; so what a caller on a public address has written is replaced by that address before Next looks.
 * A peer on this machine or in a private network is taken for our proxy and believed.
 */
export function believeProxiesOnly(): void {
  subscribe('http.server.request.start', (message) => {
    if (!isStart(message)) return
    const { headers, socket } = message.request
    const peer = socket.remoteAddress?.replace(/^::ffff:/, '')
    if (peer && !isOurs(peer)) headers['x-forwarded-for'] = peer
  })
}

const isOurs = (address: string): boolean => OURS.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/** Loopback, private and link-local networks. */
const OURS = new BlockList()
OURS.addSubnet('127.0.0.0', 8)
OURS.addSubnet('10.0.0.0', 8)
OURS.addSubnet('172.16.0.0', 12)
OURS.addSubnet('192.168.0.0', 16)
OURS.addSubnet('169.254.0.0', 16)
OURS.addAddress('::1', 'ipv6')
OURS.addSubnet('fc00::', 7, 'ipv6')
OURS.addSubnet('fe80::', 10, 'ipv6')

const isStart = (message: unknown): message is { request: IncomingMessage } =>
  typeof message === 'object' && message !== null && 'request' in message
