import { expect, it } from 'vitest'
import { clientAddress, clientNetwork } from './client-address.ts'

const from = (forwarded?: string) =>
  new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.9, 192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['198.51.100.7, 192.0.2.1:51234', '192.0.2.1'],
  ['[2001:db8::1]:51234', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['2001:db8::1:5123', '2001:db8::1:5123'],
  ['x'.repeat(70), 'x'.repeat(64)],
  [undefined, 'unknown'],
])('is the last hop: %s → %s', (forwarded, address) => {
  expect(clientAddress(from(forwarded))).toBe(address)
})

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['anything', 'anything'],
])('counts a line once: %s as %s', (address, network) => {
  expect(clientNetwork(from(address))).toBe(network)
})
