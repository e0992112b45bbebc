import net from 'node:net'

/** A server behind a wire that the test can cut and mend. Support for tests. */
export interface SeverableWire {
  /** Where the wire begins, on loopback. */
  port: number
  /** As when the server is killed: open connections die, new ones are refused. */
  sever(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function severableWire(target: net.NetConnectOpts): Promise<SeverableWire> {
  const open = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(target)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.pipe(upstream).pipe(client)
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
      for (const socket of open) socket.destroy()
    })
  return {
    port,
    sever,
    mend: () => listen(port),
    close: async () => {
      if (server.listening) await sever()
    },
  }
}
