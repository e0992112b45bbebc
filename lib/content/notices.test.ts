import { expect, it } from 'vitest'
import { type Notice, noticesAt } from './notices.ts'

const notice = (slug: string, from: string, until: string | null, isImportant = false): Notice => ({
  slug,
  title: slug,
  text: '',
  isImportant,
  from,
  until,
})
const at = (time: string) => Date.parse(time)
const slugs = (notices: readonly Notice[], time: string) =>
  noticesAt(notices, at(time)).map(({ slug }) => slug)

it('shows a notice from its first day to the end of its last, by the clock of Rome', () => {
  const notices = [notice('closure', '2026-12-07', '2026-12-08')]
  expect(slugs(notices, '2026-12-06T23:59:00+01:00')).toEqual([])
  expect(slugs(notices, '2026-12-07T00:00:00+01:00')).toEqual(['closure'])
  expect(slugs(notices, '2026-12-08T23:59:00+01:00')).toEqual(['closure'])
  expect(slugs(notices, '2026-12-09T00:00:00+01:00')).toEqual([])
})

it('keeps one without an end, and puts the important before the newest', () => {
  const notices = [
    notice('old', '2025-01-01', null),
    notice('important', '2024-01-01', null, true),
    notice('new', '2026-11-01', null),
  ]
  expect(slugs(notices, '2026-11-23T10:00:00+01:00')).toEqual(['important', 'new', 'old'])
})
