import fs from 'node:fs'
import net from 'node:net'
import { expect, it } from 'vitest'
import { freePort, freeUdpPort } from './ports.ts'

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
