import { channel } from 'node:diagnostics_channel'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, expect, it } from 'vitest'
import { believeProxiesOnly } from './believe-proxies-only.ts'

beforeAll(() => {
  believeProxiesOnly()
})

/** What Next would see of a request from this peer that claims to come from elsewhere. */
function seen(peer: string | undefined): string | undefined {
  const headers: Record<string, string> = { 'x-forwarded-for': '198.51.100.7' }
  channel('http.server.request.start').publish({ request: { headers, socket: { remoteAddress: peer } } })
  return headers['x-forwarded-for']
}

it.each(['192.0.2.1', '::ffff:192.0.2.1', '172.32.0.1', '8.8.8.8'])('does not believe %s', (peer) => {
  expect(seen(peer)).toBe(peer.replace('::ffff:', ''))
})

it.each(['2001:db8::1', '::2'])('does not believe %s', (peer) => {
  expect(seen(peer)).toBe(peer)
})

it.each([
  '127.0.0.1',
  '::1',
  '::ffff:127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.20',
  'fd00::1',
  'fe80::1',
])('believes a proxy at %s', (peer) => {
  expect(seen(peer)).toBe('198.51.100.7')
})

it('has its say before the server sees the request', async () => {
  const server = http.createServer((request, response) => response.end(request.headers['x-forwarded-for']))
  // A peer of this machine, made to look like one from elsewhere.
  server.on('connection', (socket) => Object.defineProperty(socket, 'remoteAddress', { value: '192.0.2.1' }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': '127.0.0.1' } })
  expect(await answer.text()).toBe('192.0.2.1')
  server.close()
})
