import dgram from 'node:dgram'
import fs from 'node:fs'
import net from 'node:net'

/** Where this machine reaches a server that listens there: one that listens everywhere, on loopback. */
export function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/**
 * A TCP port that is free now on loopback: `preferred` when it is, otherwise a random one.
 *
 * @throws when none of many was free
 */
export const freePort = (preferred?: number): Promise<number> => firstFree(isPortFree, preferred)

/** The same for UDP. */
export const freeUdpPort = (preferred?: number): Promise<number> => firstFree(isUdpPortFree, preferred)

/**
 * Not a port that the system would pick: those are what outgoing connections get, so that one may be
 * taken between asking for it and listening on it.
 */
async function firstFree(isFree: (port: number) => Promise<boolean>, preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred
  const end = firstOutgoingPort()
  for (let tries = 0; tries < TRIES; tries++) {
    const port = FIRST_PORT + Math.floor(Math.random() * (end - FIRST_PORT))
    if (await isFree(port)) return port
  }
  throw new Error(`no free port was found between ${FIRST_PORT} and ${end}`)
}

const FIRST_PORT = 10_000
const TRIES = 100

/** Where the ports of outgoing connections begin on this machine; Linux's own default where it does not say. */
function firstOutgoingPort(): number {
  try {
    const [first] = fs.readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)
    return Math.max(Number(first) || LINUX_DEFAULT, FIRST_PORT + 1_000)
  } catch {
    return LINUX_DEFAULT
  }
}

const LINUX_DEFAULT = 32_768

/** Whether a TCP server could listen on this port of loopback right now. */
function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = dgram.createSocket('udp4')
    probe.once('error', () => resolve(false))
    probe.bind({ port, address: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
