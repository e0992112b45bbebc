import { expect, it } from 'vitest'
import { bodyId, epochMs } from '../ids.ts'
import { createSettingsCache } from './settings-reader.ts'

const body = bodyId('modena')
const now = epochMs(Date.UTC(2026, 10, 23, 9))
const document = (bodyName: string) => ({
  bodyId: body,
  bodyName,
  phone: '059',
  isSample: false,
  rules: {},
  operators: [],
  services: [],
  totems: [],
})

it('parses a document once per version', () => {
  const cache = createSettingsCache()
  const first = cache.read(body, '1', document('Modena'), now)
  expect(cache.versionOf(body)).toBe('1')
  expect(cache.read(body, '1', null, now)).toBe(first)
})

it('[SW-210] knows the document before the newest, for a reading that a publish has overtaken', () => {
  const cache = createSettingsCache()
  cache.read(body, '1', document('Modena'), now)
  cache.read(body, '2', document('Carpi'), now)
  expect(cache.read(body, '1', null, now)).toMatchObject({ bodyName: 'Modena' })
  expect(cache.read(body, '1', null, epochMs(now + 3_600_000))).toMatchObject({ bodyName: 'Modena' })
  expect(cache.versionOf(body)).toBe('2')
  expect(cache.read(body, '2', null, now)).toMatchObject({ bodyName: 'Carpi' })
})

it('[SW-210] gives the newest to a reading that two publishes have overtaken', () => {
  const cache = createSettingsCache()
  cache.read(body, '1', document('Modena'), now)
  cache.read(body, '2', document('Carpi'), now)
  cache.read(body, '3', document('Mirandola'), now)
  expect(cache.read(body, '1', null, now)).toMatchObject({ bodyName: 'Mirandola' })
  expect(cache.read(body, '2', null, now)).toMatchObject({ bodyName: 'Carpi' })
  expect(cache.versionOf(body)).toBe('3')
})
