import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { Advice } from '../local/advice.mjs'
import { root } from '../local/home.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/**
 * A Chromium to test with: `CHROMIUM_PATH`, the system's, the one that Playwright downloads, or on Debian
 * as root the distribution's package.
 * @throws Advice naming these ways
 */
export function obtainChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isChromium(named)) return named
    throw new Advice('CHROMIUM_PATH does not name a Chromium or Chrome that runs.')
  }
  const found = onSystem() ?? downloaded()
  if (found) return found
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  })
  const afterDownload = downloaded()
  if (afterDownload) return afterDownload
  if (process.getuid?.() === 0 && fs.existsSync('/etc/debian_version')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const options = { stdio: 'ignore' as const, timeout: 300_000, env }
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
    const installed = onSystem()
    if (installed) return installed
  }
  throw new Advice(
    'No Chromium for the browser tests: install chromium or google-chrome, or set CHROMIUM_PATH to one.',
  )
}

function onSystem(): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find(isChromium)
}

function downloaded(): string | undefined {
  const place = chromium.executablePath()
  return isChromium(place) ? place : undefined
}

/** Debian's `chromium-browser` may be a stub that only says how to install a snap. */
function isChromium(file: string): boolean {
  if (!fs.existsSync(file)) return false
  const { status, stdout } = spawnSync(file, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 20_000,
  })
  return status === 0 && /Chrom/.test(stdout)
}
