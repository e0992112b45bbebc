import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from './local/build.ts'
import { defaultHome } from './local/home.ts'
import { freePort } from './local/ports.ts'
import { type Launch, launch, leftOver, workersOf } from './testing/launch.ts'

const cache = path.join(defaultHome(), 'cache')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-launch-'))
let port: number
let current: Launch | null = null

beforeAll(async () => {
  // What is measured is the second start of a checkout: built, and with livekit-server at hand.
  await buildApp(home)
  fs.symlinkSync(cache, path.join(home, 'cache'))
})

// Not the one of the test before: a killed server may hold its port a moment longer.
beforeEach(async () => {
  port = await freePort()
})

afterEach(async () => {
  const group = current?.npm.pid
  current = null
  for (const { pid } of workersOf(home)) killQuietly(pid)
  if (group !== undefined) killQuietly(-group)
  await leftOver(home, 5_000)
})

afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

async function started(): Promise<Launch> {
  current = launch(home, port)
  await current.ready
  return current
}

/** The Node process of this start that runs `script`; npm's shell also has it on its command line. */
function nodeRunning(script: string): number {
  const found = workersOf(home).find(({ command }) => /^\S*node /.test(command) && command.endsWith(script))
  if (!found) throw new Error(`no process runs ${script}`)
  return found.pid
}

describe('npm start', () => {
  it('serves, says where and with which accounts, and ends with one Ctrl-C', async () => {
    const { npm, ended, output } = await started()
    expect((await fetch(`http://127.0.0.1:${port}/api/health/ready`)).status).toBe(200)
    expect(output()).toContain(`http://127.0.0.1:${port}/totem`)
    const kept = JSON.parse(fs.readFileSync(path.join(home, 'sample-accounts.json'), 'utf8'))
    expect(output()).toContain(kept.password)
    expect(output()).toContain('anna@esempio.it')
    if (npm.pid) process.kill(-npm.pid, 'SIGINT')
    expect(await leftOver(home, 5_000)).toEqual([])
    await ended
  })

  it('is up again within 15 s, and the database and the media server hear nobody but this machine', async () => {
    const { ready } = await started()
    expect(await ready).toBeLessThan(15_000)
    const postgres = workersOf(home).find(({ command }) => command.includes('listen_addresses='))
    expect(postgres?.command).toContain('listen_addresses= ')
    const open = listeningToAnyone()
    const ours = new Set(workersOf(home).flatMap(({ pid }) => socketsOf(pid)))
    expect(open.filter(({ inode }) => ours.has(inode))).toEqual([])
  })

  it('leaves nothing behind 5 s after whichever of its processes was killed, and starts again', async () => {
    const victims: [name: string, pid: () => number | undefined][] = [
      ['npm', () => current?.npm.pid],
      ['the launcher', () => nodeRunning('scripts/start.mjs')],
      ['the Node 24 process', () => nodeRunning('scripts/local/start.ts')],
    ]
    await started()
    for (const [name, victim] of victims) {
      const pid = victim()
      if (pid === undefined) throw new Error(`nobody to kill: ${name}`)
      process.kill(pid, 'SIGKILL')
      expect(await leftOver(home, 5_000), `${name} killed`).toEqual([])
      port = await freePort()
      const again = await started()
      expect(again.output(), `${name} killed`).toContain('Pronto is ready')
    }
  })

  it('refuses a second start on the same folder, and the first goes on', async () => {
    await started()
    const second = launch(home, await freePort())
    expect(await second.ended).not.toBe(0)
    expect(linesOf(second)).toEqual([expect.stringMatching(/^pronto: Pronto already runs on .*PRONTO_HOME/)])
    expect((await fetch(`http://127.0.0.1:${port}/api/health/live`)).status).toBe(200)
  })
})

describe('npm start says in one line what is in the way', () => {
  it('a port in use', async () => {
    const squatter = net.createServer()
    await new Promise<void>((resolve, reject) => {
      squatter.once('error', reject)
      squatter.listen(port, '127.0.0.1', resolve)
    })
    const refused = launch(home, port)
    expect(await refused.ended).not.toBe(0)
    squatter.close()
    expect(linesOf(refused)).toEqual([expect.stringMatching(`^pronto: Port ${port} .* in use: .*PORT=`)])
  })

  it.each([
    ['sample data away from this machine', { HOST: '0.0.0.0' }, /HOST: must be a loopback address/],
    [
      'half a media server',
      { LIVEKIT_URL: 'ws://127.0.0.1:1' },
      /LIVEKIT_API_KEY and LIVEKIT_API_SECRET must be set/,
    ],
    [
      'a real database without a secret',
      { DATABASE_URL: 'postgres://127.0.0.1:1/none' },
      /APP_SECRET: must be set/,
    ],
    ['a port that is none', { PORT: '70000' }, /PORT must be a number/],
  ])('%s', async (_, env, says) => {
    const refused = launch(home, port, env)
    expect(await refused.ended).not.toBe(0)
    expect(refused.output()).toMatch(says)
    expect(refused.output()).not.toContain('    at ')
    expect(await leftOver(home, 5_000)).toEqual([])
  })
})

/** What a start printed, without npm's own lines. */
function linesOf({ output }: Launch): string[] {
  return output()
    .split('\n')
    .filter((line) => line.startsWith('pronto:'))
}

/** Sockets that listen on any address, from the kernel's table. */
function listeningToAnyone(): { port: number; inode: string }[] {
  return ['tcp', 'tcp6'].flatMap((table) =>
    fs
      .readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((row) => {
        const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/)
        const [address = '', hex = ''] = local.split(':')
        const isListening = state === '0A'
        return isListening && /^0+$/.test(address) ? [{ port: Number.parseInt(hex, 16), inode }] : []
      }),
  )
}

function socketsOf(pid: number): string[] {
  try {
    return fs.readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const inode = /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      return inode ? [inode] : []
    })
  } catch {
    return []
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
