import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { checkDisk } from './checks.mjs'
import { step } from './progress.mjs'

/**
 * Makes node_modules hold what package-lock.json says, and nothing is done when it does already.
 * @param {string} root
 * @param {string} home takes the log
 */
export async function installPackages(root, home) {
  if (isInstalled(root)) return
  checkDisk(root, 3000)
  fs.mkdirSync(path.join(home, 'logs'), { recursive: true })
  const log = path.join(home, 'logs/install.log')
  const code = await step('Installing the locked packages', () => npmCi(root, log))
  if (code !== 0) {
    const said = fs.readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n')
    throw new Advice(`npm ci failed (is the package registry reachable?), its log is ${log}:\n${said}`)
  }
  if (!isInstalled(root)) {
    throw new Advice(
      'npm ci ended well, but Node 24 is not in node_modules/node: allow install scripts (npm config set ignore-scripts false), remove node_modules, then start again.',
    )
  }
}

/** @param {string} root */
export function nodeBinary(root) {
  return path.join(root, 'node_modules/node/bin/node')
}

/**
 * npm writes down what it installed when it has finished, so a half-finished run does not count.
 * @param {string} root
 */
function isInstalled(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'))
  const present = packagesOf(path.join(root, 'node_modules/.package-lock.json'))
  if (!wanted) throw new Advice('package-lock.json is missing: check the repository out again.')
  if (!present || !fs.existsSync(nodeBinary(root))) return false
  return Object.entries(wanted).every(
    ([place, { version, optional, peer, link }]) =>
      place === '' || link || present[place]?.version === version || (!present[place] && (optional || peer)),
  )
}

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function packagesOf(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null
}

/**
 * @param {string} root
 * @param {string} log
 * @returns {Promise<number | null>}
 */
async function npmCi(root, log) {
  const output = fs.openSync(log, 'w', 0o600)
  // The npm that started us, also when it is not the one on PATH.
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...npm, ...args], {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  const [code] = await once(child, 'exit')
  fs.closeSync(output)
  return code
}
