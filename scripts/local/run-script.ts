import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Variables } from '../../lib/config/env.ts'
import { Advice } from './advice.mjs'
import { root } from './home.ts'

/**
 * Runs `scripts/<name>` to its end under this Node, with `env` added to this process's environment, and
 * returns what it printed on stdout. Throws with all of its output if it fails.
 */
export async function runScript(name: string, env: Variables, args: readonly string[] = []): Promise<string> {
  const script = path.join(root, 'scripts', name)
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', process.execPath, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk
    printed += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk
  })
  const [code] = await once(child, 'close')
  if (code !== 0) {
    const said = output.trim()
    throw new Advice(`scripts/${name} failed:${said.includes('\n') ? '\n' : ' '}${said}`)
  }
  return printed
}
