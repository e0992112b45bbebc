import fs from 'node:fs'
import net from 'node:net'
import { expect, it } from 'vitest'
import { addressOf, freePort, freeUdpPort } from './ports.ts'

const firstOutgoing = () =>
  Number(fs.readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0])

it('never gives a port that an outgoing connection could be given in the meantime', async () => {
  for (let n = 0; n < 20; n++) {
    expect(await freePort()).toBeLessThan(firstOutgoing())
    expect(await freeUdpPort()).toBeLessThan(firstOutgoing())
  }
})

it('gives the preferred port while it is free, and another one when it is not', async () => {
  const port = await freePort()
  expect(await freePort(port)).toBe(port)
  const squatter = net.createServer()
  await new Promise<void>((resolve, reject) => {
    squatter.once('error', reject)
    squatter.listen(port, '127.0.0.1', resolve)
  })
  expect(await freePort(port)).not.toBe(port)
  squatter.close()
})

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['192.168.1.20', 'http://192.168.1.20:3000'],
])('reaches what listens on %s where it listens', (host, address) => {
  expect(addressOf(host, 3000)).toBe(address)
})
