import type { Pool } from 'pg'

export interface Check {
  ok: boolean
}

/** What `GET /api/health/ready` says. */
export interface Readiness {
  status: 'ready' | 'not-ready'
  version: string
  checks: { database: Check; media: Check; migrations: Check }
}

export interface HealthParts {
  pool: Pool
  version: string
  /** Throws when the media server cannot be used. */
  probeMedia: () => Promise<unknown>
  /** Names of the migrations that this version of the program was built with. */
  migrations: () => Promise<readonly string[]>
}

/** Can this process serve calls? The media server is asked at most every few seconds. */
export function createHealth({ pool, version, probeMedia, migrations }: HealthParts) {
  const media = cached(probeMedia, MEDIA_CACHE_MS)
  return async (): Promise<Readiness> => {
    const [database, mediaOk, migrated] = await Promise.all([
      holds(within(pool.query('select 1'), TIMEOUT_MS)),
      media(),
      holds(within(isMigrated(pool, migrations), TIMEOUT_MS)),
    ])
    const isReady = database && mediaOk && migrated
    return {
      status: isReady ? 'ready' : 'not-ready',
      version,
      checks: { database: { ok: database }, media: { ok: mediaOk }, migrations: { ok: migrated } },
    }
  }
}

const TIMEOUT_MS = 2_000
const MEDIA_CACHE_MS = 3_000

async function isMigrated(pool: Pool, migrations: () => Promise<readonly string[]>): Promise<void> {
  const { rows } = await pool.query<{ name: string }>('select name from switchboard.migrations')
  const applied = new Set(rows.map(({ name }) => name))
  const missing = (await migrations()).filter((name) => !applied.has(name))
  if (missing.length > 0) throw new Error(`not migrated: ${missing.join(', ')}`)
}

const holds = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  )

/** Rejects when `promise` takes longer; what it does then is nobody's concern. */
function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function cached(probe: () => Promise<unknown>, forMs: number): () => Promise<boolean> {
  let answer: Promise<boolean> | null = null
  let asksAgainAt = 0
  return () => {
    if (!answer || performance.now() >= asksAgainAt) {
      answer = holds(probe())
      asksAgainAt = performance.now() + forMs
    }
    return answer
  }
}
