import { expect, it } from 'vitest'
import { safeReturnPath } from './safe-return-path.ts'

it('goes back to a page of ours', () => {
  expect(['/desk', '/admin/collections/services?limit=10#top'].map(safeReturnPath)).toEqual([
    '/desk',
    '/admin/collections/services?limit=10#top',
  ])
})

it('never leads to another site, however it is written', () => {
  const elsewhere = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
    '/x/..//evil.example',
  ]
  for (const from of elsewhere) expect([from, safeReturnPath(from)]).toEqual([from, null])
})

it('does not go round in circles, nor to an interface without a page', () => {
  for (const from of [undefined, null, '', 'desk', '/login', '/login?from=/login', '/api/desk/stream']) {
    expect(safeReturnPath(from)).toBeNull()
  }
})
