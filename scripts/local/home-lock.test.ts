import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { takeHome } from './home-lock.ts'
import { claimOf } from './process-claim.ts'
import { takeTurn } from './take-turn.ts'

let home: string
let file: string
beforeEach(() => {
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-home-lock-'))
  file = path.join(home, 'running')
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(home, { recursive: true })
})

const GONE = '999999999 1'
/** Whoever runs the tests is somebody else, and alive. */
const other = claimOf(process.ppid)

it('is for one process, which may ask again', () => {
  takeHome(home)
  takeHome(home)
  expect(fs.readFileSync(file, 'utf8')).toBe(claimOf(process.pid))
  expect(fs.readdirSync(home)).toEqual(['running'])
  fs.writeFileSync(file, other)
  expect(() => takeHome(home)).toThrow(`process ${process.ppid}`)
})

it('is taken from whoever is gone', () => {
  fs.writeFileSync(file, GONE)
  takeHome(home)
  expect(fs.readFileSync(file, 'utf8')).toBe(claimOf(process.pid))
  expect(fs.readdirSync(home)).toEqual(['running'])
})

/** Another process takes the file once this one has seen that nobody has it. */
function otherIsQuicker() {
  const { existsSync, readFileSync, linkSync } = fs
  vi.spyOn(fs, 'existsSync').mockImplementation((asked) => {
    const seen = existsSync(asked)
    if (asked === file && !seen) fs.writeFileSync(file, other)
    return seen
  })
  vi.spyOn(fs, 'readFileSync').mockImplementation((asked, options) => {
    const seen = readFileSync(asked, options)
    if (asked === file && seen === GONE) fs.writeFileSync(file, other)
    return seen
  })
  vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    fs.existsSync(to)
    linkSync(from, to)
  })
}

it.each([
  ['nobody has', null],
  ['whoever is gone had', GONE],
])('is not taken by two at once that %s', (_whose, before) => {
  if (before !== null) fs.writeFileSync(file, before)
  otherIsQuicker()
  expect(() => takeHome(home)).toThrow(`process ${process.ppid}`)
  expect(fs.readFileSync(file, 'utf8')).toBe(other)
  expect(fs.readdirSync(home)).toEqual(['running'])
})

it('as a turn is not taken by two at once that whoever is gone had', async () => {
  fs.writeFileSync(file, GONE)
  otherIsQuicker()
  let isMine = false
  const turn = takeTurn(file).then((letGo) => {
    isMine = true
    return letGo
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect([isMine, fs.readFileSync(file, 'utf8')]).toEqual([false, other])
  vi.restoreAllMocks()
  fs.rmSync(file)
  ;(await turn)()
})
