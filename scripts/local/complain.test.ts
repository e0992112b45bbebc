import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Advice } from './advice.mjs'
import { complain } from './complain.mjs'

let said: string[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
})
afterEach(() => void vi.restoreAllMocks())

const failed = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: no, ${syscall} '/srv/pronto/.pronto'`), {
    code,
    syscall,
    path: '/srv/pronto/.pronto',
  })

const notWritable = (code: string): [string, Error, string] => [
  `a folder that cannot be written (${code})`,
  failed(code, 'mkdir'),
  `pronto: /srv/pronto/.pronto cannot be written (${code}): start as the user whose it is, or set PRONTO_HOME to a folder of this user.`,
]

it.each<[string, Error, string]>([
  ['advice', new Advice('do this'), 'pronto: do this'],
  [
    'a full disk',
    new Error('ENOSPC: no space left'),
    'pronto: the disk of /tmp is full: free some space, then start again.',
  ],
  notWritable('EACCES'),
  notWritable('EROFS'),
  notWritable('EPERM'),
])('says %s in one line', (_what, error, line) => {
  complain(error, '/tmp')
  expect(said).toEqual([line])
})

it.each([failed('EACCES', 'spawn'), failed('EEXIST', 'mkdir'), new Error('a fault')])(
  'shows a fault with its stack: %s',
  (error) => {
    complain(error, '/tmp')
    expect(said).toEqual([expect.stringContaining('    at ')])
  },
)
