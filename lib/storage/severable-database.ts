import net from 'node:net'
import path from 'node:path'

/** The test's database, reached over a wire that the test can cut and mend. Support for tests. */
export interface SeverableDatabase {
  url: string
  /** As when the server is killed: open connections die, new ones are refused. */
  sever(): Promise<void>
  mend(): Promise<void>
  close(): Promise<void>
}

export async function severableDatabase(databaseUrl: string): Promise<SeverableDatabase> {
  const target = socketOf(databaseUrl)
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
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  url.searchParams.delete('host')
  return {
    url: url.href,
    sever,
    mend: () => listen(port),
    close: async () => {
      if (server.listening) await sever()
    },
  }
}

function socketOf(databaseUrl: string): net.NetConnectOpts {
  const url = new URL(databaseUrl)
  const folder = url.searchParams.get('host')
  if (folder?.startsWith('/')) return { path: path.join(folder, `.s.PGSQL.${url.port || 5432}`) }
  return { host: url.hostname, port: Number(url.port || 5432) }
}
