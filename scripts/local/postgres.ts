import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Advice } from './advice.mjs'
import { logFile, makeFolder, tail } from './home.ts'
import { accountFor, own } from './postgres-account.ts'
import { findPostgres } from './postgres-binaries.ts'
import { startTied, untilReady } from './tied-process.ts'

/** A PostgreSQL of our own, on a socket that only this user and root can reach. */
export type LocalPostgres = {
  /** Address of the database `pronto`, for `DATABASE_URL`. */
  readonly url: string
  /** Address of another database of this server. */
  readonly urlFor: (database: string) => string
  readonly pid: number
  /** Resolves when the server has ended, for whatever reason. */
  readonly ended: Promise<unknown>
  /** Fast, clean stop. */
  readonly stop: () => Promise<void>
  /** Ends it as a crash would, with all its backends. */
  readonly crash: () => Promise<void>
}

export type LocalPostgresOptions = {
  /** Folder for data, socket and log; made if missing. */
  home: string
  /** False: no fsync, for tests that throw the data away. */
  isDurable?: boolean
  maxConnections?: number
}

/**
 * Starts PostgreSQL on `home`'s data, made at the first start, with a database `pronto`. It ends with this
 * process. One that an earlier, killed process left behind is stopped first.
 */
export async function startPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const home = makeFolder(path.resolve(options.home))
  const isDurable = options.isDurable ?? true
  const found = findPostgres(dataMajor(path.join(home, 'postgres')))
  const account = accountFor(home, found.folder)
  const { dataFolder, socketFolder } = account
  await stopLeftOver(dataFolder, socketFolder)
  own(dataFolder, account)
  own(socketFolder, account)
  if (dataMajor(dataFolder) === null) initialise(account, isDurable)

  const output = logFile(home, 'postgres')
  const server = await startTied({
    command: path.join(account.binaries, 'postgres'),
    args: settings({
      listen_addresses: '',
      unix_socket_directories: socketFolder,
      unix_socket_permissions: '0700',
      timezone: 'UTC',
      max_connections: `${options.maxConnections ?? 100}`,
      ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    }).concat('-D', dataFolder),
    onParentDeath: 'INT',
    wrapper: account.wrapper,
    setprivArgs: account.setprivArgs,
    cwd: '/',
    output: { file: output },
  })
  const urlFor = (database: string) => databaseUrl(socketFolder, database)
  await untilReady(server, () => answers(urlFor('postgres')), {
    timeoutMs: 60_000,
    explain: () => `PostgreSQL did not start; its log ends with:\n${tail(output)}`,
  })
  await createDatabase(urlFor('postgres'), 'pronto')
  return {
    url: urlFor('pronto'),
    urlFor,
    pid: server.pid,
    ended: server.ended,
    stop: () => server.stop(['SIGINT'], 10_000),
    crash: async () => {
      const backends = childrenOf(server.pid)
      await server.kill()
      for (const pid of backends) killQuietly(pid, 'SIGKILL')
    },
  }
}

/** Address of the database `pronto` of the server that already runs on `home`; null: none does. */
export async function runningPostgres(home: string): Promise<string | null> {
  const { socketFolder } = accountFor(home, findPostgres(dataMajor(path.join(home, 'postgres'))).folder)
  const url = databaseUrl(socketFolder, 'pronto')
  return (await answers(url)) ? url : null
}

const databaseUrl = (socketFolder: string, database: string) =>
  `postgres://pronto@localhost/${database}?host=${encodeURIComponent(socketFolder)}`

function dataMajor(dataFolder: string): number | null {
  const file = path.join(dataFolder, 'PG_VERSION')
  return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : null
}

function initialise(account: ReturnType<typeof accountFor>, isDurable: boolean): void {
  // A first start that was killed half-way leaves files without PG_VERSION, which initdb refuses.
  for (const name of fs.readdirSync(account.dataFolder)) {
    fs.rmSync(path.join(account.dataFolder, name), { recursive: true })
  }
  const [command = 'setpriv', ...args] = [
    ...account.wrapper,
    'setpriv',
    ...account.setprivArgs,
    '--',
    path.join(account.binaries, 'initdb'),
    ...['-D', account.dataFolder, '-U', 'pronto', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    ...(isDurable ? [] : ['--no-sync']),
  ]
  const made = spawnSync(command, args, { cwd: '/', encoding: 'utf8' })
  if (made.status === 0) return
  fs.rmSync(path.join(account.dataFolder, 'PG_VERSION'), { force: true })
  throw new Error(`initdb failed:\n${made.stderr}${made.error?.message ?? ''}`)
}

/**
 * A server whose parent was killed stops by itself within a second or so; one that does not is stopped.
 * One that was killed itself may stay in the process table until somebody collects it, which in a container
 * may be never, and PostgreSQL takes it for alive.
 */
async function stopLeftOver(dataFolder: string, socketFolder: string): Promise<void> {
  const file = path.join(dataFolder, 'postmaster.pid')
  const pid = fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : Number.NaN
  const askAt = Date.now() + 1_000
  const giveUpAt = Date.now() + 10_000
  let isAsked = false
  for (;;) {
    const workers = workersIn(dataFolder)
    if (workers.length === 0 && !isZombie(pid)) return
    if (workers.length === 0 && Date.now() > askAt) {
      // Nothing has this folder open any more, so the files speak of a process that is only a number.
      fs.rmSync(file, { force: true })
      fs.rmSync(path.join(socketFolder, '.s.PGSQL.5432.lock'), { force: true })
      return
    }
    if (workers.includes(pid) && !isAsked && Date.now() > askAt) isAsked = killQuietly(pid, 'SIGINT')
    if (Date.now() > giveUpAt) {
      throw new Advice(`PostgreSQL (process ${pid}) still uses ${dataFolder}: end it, then start again.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** PostgreSQL's processes on this data: all of them, and no others, work in its folder. */
function workersIn(dataFolder: string): number[] {
  const place = fs.realpathSync(dataFolder)
  return processes().filter((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/cwd`) === place
    } catch {
      return false
    }
  })
}

const isZombie = (pid: number): boolean => /^State:\s+Z/m.test(statusOf(pid))

const childrenOf = (parent: number): number[] =>
  processes().filter((pid) => new RegExp(`^PPid:\\s+${parent}$`, 'm').test(statusOf(pid)))

const processes = (): number[] => fs.readdirSync('/proc').map(Number).filter(Number.isInteger)

function statusOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

function killQuietly(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

const settings = (values: Record<string, string>) =>
  Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database "${name}"`)
  } finally {
    await client.end()
  }
}
