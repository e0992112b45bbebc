import { expect, it } from 'vitest'
import { isOnlyMediaAway } from './readiness.ts'

const answer = (database: boolean, media: boolean, migrations: boolean) =>
  JSON.stringify({
    status: 'not-ready',
    version: '1.0.0',
    checks: { database: { ok: database }, media: { ok: media }, migrations: { ok: migrations } },
  })

it.each([
  ['the media server', answer(true, false, true), true],
  ['the database too', answer(false, false, true), false],
  ['a migration too', answer(true, false, false), false],
  ['nothing', answer(true, true, true), false],
  ['a page of Next', '<!doctype html>', false],
  ['anything', '', false],
])('where %s is missing', (_what, text, isOnlyMedia) => {
  expect(isOnlyMediaAway(text)).toBe(isOnlyMedia)
})
