import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The repository's root. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Where local services keep data, keys and logs: `PRONTO_HOME`, otherwise `.pronto` in the repository. */
export function defaultHome(): string {
  return path.resolve(root, process.env.PRONTO_HOME || '.pronto')
}

/** Downloaded and built programs. Shared by every home on this machine unless `PRONTO_HOME` says otherwise. */
export function cacheFolder(): string {
  return makeFolder(path.join(defaultHome(), 'cache'))
}

/** The file that a local service logs to, emptied when it has grown past 10 MB. Readable by its owner only. */
export function logFile(home: string, service: string): string {
  const file = path.join(makeFolder(path.join(home, 'logs')), `${service}.log`)
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > 10 * 1024 * 1024) fs.truncateSync(file)
  fs.closeSync(fs.openSync(file, 'a', 0o600))
  return file
}

/** The last lines of a log, for an error message. */
export function tail(file: string, lines = 8): string {
  return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

/** A secret kept in `home` with mode 600, made at the first request. Hex, 64 characters. */
export function keptSecret(home: string, name: string): string {
  const file = path.join(makeFolder(home), name)
  if (!fs.existsSync(file)) {
    // Whoever comes second must read what the first wrote, so the file appears whole or not at all.
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } catch (error) {
      if (!fs.existsSync(file)) throw error
    }
    fs.unlinkSync(draft)
  }
  return fs.readFileSync(file, 'utf8').trim()
}

/** Creates `folder` and returns it. */
export function makeFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true })
  return folder
}
