import dgram from 'node:dgram'
import net from 'node:net'

/** A TCP port that is free now on loopback: `preferred` when it is, otherwise one the system picks. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port was given')),
      )
    })
  })
}

/** The same for UDP. */
export async function freeUdpPort(preferred?: number): Promise<number> {
  const bind = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const probe = dgram.createSocket('udp4')
      probe.once('error', reject)
      probe.bind({ port, address: '127.0.0.1', exclusive: true }, () => {
        const given = probe.address().port
        probe.close(() => resolve(given))
      })
    })
  if (preferred === undefined) return bind(0)
  return bind(preferred).catch(() => bind(0))
}

/** Whether a TCP server could listen on `host`:`port` right now. */
function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}
