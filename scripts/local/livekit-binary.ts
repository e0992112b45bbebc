import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { cacheFolder, makeFolder } from './home.ts'

/** The livekit-server that Pronto is tested with. */
const livekitVersion = '1.13.5'

/** The release archives with their SHA-256, as the project's checksums.txt gives them. */
const archives: Partial<Record<NodeJS.Architecture, { name: string; sha256: string }>> = {
  x64: {
    name: `livekit_${livekitVersion}_linux_amd64.tar.gz`,
    sha256: 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70',
  },
  arm64: {
    name: `livekit_${livekitVersion}_linux_arm64.tar.gz`,
    sha256: '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3',
  },
}

/**
 * The path of a livekit-server of the pinned version: cached, on PATH, from the release archive, or built
 * by Go; what had to be fetched is in the cache from then on.
 * @throws Advice naming the ways to provide one.
 */
export async function obtainLivekit(): Promise<string> {
  const cached = path.join(cacheFolder(), `livekit-server-${livekitVersion}`)
  if (isPinned(cached)) return cached
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'livekit-server'))
    .find(isPinned)
  if (onPath) return onPath

  const reasons: string[] = []
  for (const [way, get] of [
    ['the release archive', download],
    ['go install', build],
  ] as const) {
    const workshop = makeFolder(path.join(cacheFolder(), `livekit-${randomUUID()}`))
    try {
      const made = await get(workshop)
      if (!isPinned(made)) throw new Error(`is not version ${livekitVersion}`)
      fs.renameSync(made, cached)
      return cached
    } catch (error) {
      reasons.push(`${way}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    } finally {
      fs.rmSync(workshop, { recursive: true, force: true })
    }
  }
  throw new Advice(
    `livekit-server ${livekitVersion} could not be obtained (${reasons.join('; ')}). Put it on PATH or at ${cached}, install Go 1.26 or newer, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
  )
}

/** A machine that is too busy to answer has it all the same: another one would not be had sooner. */
function isPinned(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const { stdout, signal } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  if (signal === 'SIGTERM') return true
  return stdout?.trim().endsWith(` ${livekitVersion}`) ?? false
}

async function download(folder: string): Promise<string> {
  const archive = archives[process.arch]
  if (!archive) throw new Error(`none for ${process.arch}`)
  const address = `https://github.com/livekit/livekit/releases/download/v${livekitVersion}/${archive.name}`
  const bytes = await fetchBytes(address)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== archive.sha256) throw new Error('its SHA-256 is not the pinned one')
  const file = path.join(folder, archive.name)
  fs.writeFileSync(file, bytes)
  execFileSync('tar', ['-xzf', file, '-C', folder, 'livekit-server'])
  return path.join(folder, 'livekit-server')
}

/** Gives up after 5 s without an answer: where there is no way out, the next way should start soon. */
async function fetchBytes(address: string): Promise<Buffer> {
  const patience = new AbortController()
  const noAnswer = setTimeout(() => patience.abort(), 5_000)
  const tooLong = setTimeout(() => patience.abort(), 180_000)
  try {
    const response = await fetch(address, { signal: patience.signal })
    clearTimeout(noAnswer)
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return Buffer.from(await response.arrayBuffer())
  } catch (error) {
    if (patience.signal.aborted) throw new Error('github.com does not answer', { cause: error })
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : null
    throw cause ? new Error(`github.com cannot be reached: ${cause}`, { cause: error }) : error
  } finally {
    clearTimeout(noAnswer)
    clearTimeout(tooLong)
  }
}

async function build(folder: string): Promise<string> {
  const go = spawnSync('go', ['version'])
  if (go.status !== 0) throw new Error('Go is not installed')
  const module = `github.com/livekit/livekit-server/cmd/server@v${livekitVersion}`
  const built = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'go', 'install', module], {
    env: { ...process.env, GOBIN: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  built.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const [code] = await once(built, 'close')
  if (code !== 0) throw new Error(said.trim().split('\n').at(-1) ?? 'failed')
  return path.join(folder, 'server')
}
