import type net from 'node:net'
import path from 'node:path'
import { type SeverableWire, severableWire } from './severable-wire.ts'

/** The test's database, reached over a wire that the test can cut and mend. Support for tests. */
export interface SeverableDatabase extends SeverableWire {
  url: string
}

export async function severableDatabase(databaseUrl: string): Promise<SeverableDatabase> {
  const wire = await severableWire(socketOf(databaseUrl))
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${wire.port}`
  url.searchParams.delete('host')
  return { ...wire, url: url.href }
}

function socketOf(databaseUrl: string): net.NetConnectOpts {
  const url = new URL(databaseUrl)
  const folder = url.searchParams.get('host')
  if (folder?.startsWith('/')) return { path: path.join(folder, `.s.PGSQL.${url.port || 5432}`) }
  return { host: url.hostname, port: Number(url.port || 5432) }
}
