import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { makeFolder } from './home.ts'

/** As whom PostgreSQL runs, and where its folders may then be. */
export type PostgresAccount = {
  /** What to put before and into setpriv. */
  wrapper: readonly string[]
  setprivArgs: readonly string[]
  /** Who must own data and socket folder. */
  uid: number
  gid: number
  dataFolder: string
  socketFolder: string
  binaries: string
}

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as themselves. Root lends it an unprivileged
 * account; where that account cannot reach the folders (below /root, say), a user namespace in which root
 * looks like that account; where namespaces are forbidden too, everything moves below /var/lib/pronto.
 */
export function accountFor(home: string, binaries: string): PostgresAccount {
  const dataFolder = makeFolder(path.join(home, 'postgres'))
  const socketFolder = shortFolder(home)
  const uid = process.getuid?.() ?? 0
  const own = { uid, gid: process.getgid?.() ?? 0, dataFolder, socketFolder, binaries }
  if (uid !== 0) return { ...own, wrapper: [], setprivArgs: [] }

  const lent = unprivileged()
  const asLent = ['--reuid', `${lent.uid}`, '--regid', `${lent.gid}`, '--clear-groups']
  const reaches = (...folders: string[]) =>
    folders.every((folder) => spawnSync('setpriv', [...asLent, '--', 'test', '-x', folder]).status === 0)
  if (reaches(path.dirname(dataFolder), path.dirname(socketFolder), path.join(binaries, 'postgres'))) {
    return { ...own, ...lent, wrapper: [], setprivArgs: asLent }
  }

  const asMapped = ['unshare', '--user', `--map-user=${lent.uid}`]
  if (spawnSync('unshare', [...asMapped.slice(1), 'true']).status === 0) {
    return { ...own, wrapper: asMapped, setprivArgs: [] }
  }

  const elsewhere = `/var/lib/pronto/${shortHash(home)}`
  for (const folder of ['/var/lib/pronto', elsewhere]) {
    makeFolder(folder)
    fs.chmodSync(folder, 0o711)
  }
  const copied = path.join(elsewhere, 'programs')
  const isBinariesReachable = reaches(path.join(binaries, 'postgres'))
  if (!isBinariesReachable && !fs.existsSync(copied))
    fs.cpSync(path.dirname(binaries), copied, { recursive: true })
  return {
    ...lent,
    wrapper: [],
    setprivArgs: asLent,
    dataFolder: makeFolder(path.join(elsewhere, 'data')),
    socketFolder: makeFolder(path.join(elsewhere, 'run')),
    binaries: isBinariesReachable ? binaries : path.join(copied, 'bin'),
  }
}

/** Gives `folder` and all in it to the account, if it is not its already. */
export function own(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  const stat = fs.lstatSync(folder)
  if (!stat.isDirectory()) throw new Advice(`${folder} is not a folder: remove it.`)
  if (stat.uid !== uid || stat.gid !== gid) execFileSync('chown', ['-R', '-h', `${uid}:${gid}`, folder])
  fs.chmodSync(folder, 0o700)
}

/** A socket's path may have 107 bytes, and `home` may be long. */
function shortFolder(home: string): string {
  const inHome = path.join(home, 'run')
  if (inHome.length <= 80) return makeFolder(inHome)
  const short = `/tmp/pronto-${process.getuid?.() ?? 0}-${shortHash(home)}`
  fs.mkdirSync(short, { recursive: true, mode: 0o700 })
  const { uid } = fs.lstatSync(short)
  // Anybody may make folders in /tmp: never listen in one that somebody else prepared.
  if (process.getuid?.() !== 0 && uid !== process.getuid?.()) {
    throw new Advice(`${short} belongs to another user: remove it, or set PRONTO_HOME to a shorter path.`)
  }
  return short
}

/** An account with an entry in passwd: PostgreSQL looks itself up. */
function unprivileged(): { uid: number; gid: number } {
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Advice(
    'PostgreSQL cannot run as root and there is no account "nobody": run as an ordinary user, or set DATABASE_URL.',
  )
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 10)
