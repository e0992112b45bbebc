import net from 'node:net'

/** A server behind a wire that the test can cut and mend. Support for tests. */
export interface SeverableWire {
  /** Where the wire begins, on loopback. */
  port: number
  /** As when the server is killed: open connections die, new ones are refused. */
  sever(): Promise<void>
  mend(): Promise<void>
  /** As when its host vanishes: connections stay, new ones are taken, and nothing comes through any more. */
  hush(): void
  /** What was held back comes through, late. */
  letThrough(): void
  close(): Promise<void>
}

export async function severableWire(target: net.NetConnectOpts): Promise<SeverableWire> {
  const pairs = new Set<readonly [net.Socket, net.Socket]>()
  let isHushed = false
  const server = net.createServer((client) => {
    const upstream = net.connect(target)
    const pair = [client, upstream] as const
    pairs.add(pair)
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        pairs.delete(pair)
        for (const each of pair) each.destroy()
      })
    }
    if (!isHushed) client.pipe(upstream).pipe(client)
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  const { port } = address
  const sever = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const pair of pairs) for (const socket of pair) socket.destroy()
    })
  return {
    port,
    sever,
    mend: () => listen(port),
    hush() {
      isHushed = true
      for (const pair of pairs) for (const socket of pair) socket.unpipe()
    },
    letThrough() {
      isHushed = false
      for (const [client, upstream] of pairs) client.pipe(upstream).pipe(client)
    },
    close: async () => {
      if (server.listening) await sever()
    },
  }
}
