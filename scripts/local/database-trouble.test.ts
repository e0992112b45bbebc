import { expect, it } from 'vitest'
import { databaseTrouble } from './database-trouble.ts'
import { runScript } from './run-script.ts'

const refusedBy = (address: string) =>
  Object.assign(new Error(`connect ECONNREFUSED ${address}`), { code: 'ECONNREFUSED' })
const fromServer = (code: string, message: string) => Object.assign(new Error(message), { code })

it.each([
  [
    'a name with two addresses, as Node says it',
    Object.assign(new AggregateError([refusedBy('::1:5432'), refusedBy('127.0.0.1:5432')]), {
      code: 'ECONNREFUSED',
    }),
    /^DATABASE_URL: the database cannot be reached \(connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127\.0\.0\.1:5432\): /,
  ],
  [
    'a host that does not answer',
    new Error('timeout expired'),
    /^DATABASE_URL: the database cannot be reached/,
  ],
  ['a wrong password', fromServer('28P01', 'password authentication failed'), /^DATABASE_URL: password auth/],
  [
    'no such database',
    fromServer('3D000', 'database "pronto" does not exist'),
    /^DATABASE_URL: database "pro/,
  ],
  ['a migration that fails', fromServer('42P01', 'relation "x" does not exist'), /^relation "x"/],
  ['an error without words', Object.assign(new Error(''), { code: 'EPERM' }), /^EPERM$/],
])('%s is said in one line', (_what, error, says) => {
  expect(databaseTrouble(error)).toMatch(says)
  expect(databaseTrouble(error)).not.toContain('\n')
})

it('a database that is not there is said in one line by whatever migrates it', async () => {
  const failed = await runScript('migrate.ts', {
    DATABASE_URL: 'postgres://pronto:hunter2@localhost:1/none',
  }).catch(String)
  expect(failed).toMatch(/DATABASE_URL: the database cannot be reached \(connect ECONNREFUSED .*:1\b/)
  expect(failed).not.toMatch(/\n|hunter2/)
})
