import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import { Advice } from './advice.mjs'

/** Before anything is installed: is this a machine that Pronto runs on? */
export function checkMachine() {
  const [major = 0] = process.versions.node.split('.').map(Number)
  if (major < 20) throw new Advice(`Node ${process.versions.node} is too old: install Node 20 or newer.`)
  if (process.platform !== 'linux') {
    throw new Advice(
      `Pronto runs on Linux, not on ${process.platform}: use a Linux machine, a container or WSL 2.`,
    )
  }
  if (process.arch !== 'x64' && process.arch !== 'arm64') {
    throw new Advice(`Pronto runs on x64 and arm64, not on ${process.arch}.`)
  }
  /** @type {any} */
  const report = process.report.getReport()
  if (!report.header.glibcVersionRuntime) {
    throw new Advice(
      'Pronto needs a Linux with glibc (Debian, Ubuntu, Fedora and the like), not musl (Alpine).',
    )
  }
  if (spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true']).status !== 0) {
    throw new Advice(
      'setpriv is missing or cannot set a parent-death signal: install util-linux 2.33 or newer.',
    )
  }
}

/**
 * Reads `.env` where there is one. A Node that cannot is no reason to pass it over: what stands in there would be
 * taken for unset, and the sample be started in place of a town's own system.
 * @param {string} file
 */
export function readEnvFile(file) {
  if (!fs.existsSync(file)) return
  if (!process.loadEnvFile) {
    throw new Advice(
      `Node ${process.versions.node} cannot read ${file}: install Node 20.12 or newer, or set its variables in the environment and remove it.`,
    )
  }
  process.loadEnvFile(file)
}

/**
 * @param {string} host
 * @param {number} port
 */
export async function checkPort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Advice('PORT must be a number from 1 to 65535.')
  const problem = await new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)))
  })
  if (problem === null) return
  const cure = `end what uses it, or choose another: PORT=${port + 1} npm start`
  if (problem === 'EADDRINUSE') throw new Advice(`Port ${port} on ${host} is in use: ${cure}`)
  if (problem === 'EACCES')
    throw new Advice(`Port ${port} needs more rights than this user has: PORT=3000 npm start`)
  throw new Advice(`This machine cannot listen on ${host} (${problem}): set HOST to one of its addresses.`)
}

/**
 * @param {string} folder
 * @param {number} neededMb
 */
export function checkDisk(folder, neededMb) {
  const freeMb = freeMegabytes(folder)
  if (freeMb >= neededMb) return
  throw new Advice(
    `The disk of ${folder} has ${freeMb} MB left and ${neededMb} MB are needed: free some space, then start again.`,
  )
}

/** @param {string} folder */
export function freeMegabytes(folder) {
  const { bavail, bsize } = fs.statfsSync(folder)
  return Math.floor((bavail * bsize) / 1024 / 1024)
}
