import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES } from '../settings.ts'
import { settingsDocumentSchema } from './settings-document.ts'

const document = {
  bodyId: 'b',
  bodyName: 'Comune',
  phone: '059',
  isSample: false,
  rules: {},
  operators: [],
  services: [],
  totems: [],
}

describe('a settings document', () => {
  it('has the default of every rule that it does not name', () => {
    expect(settingsDocumentSchema.parse({ ...document, rules: { ringMs: 5 } }).rules).toEqual({
      ...DEFAULT_RULES,
      ringMs: 5,
    })
  })

  it('of another version may name rules that this one does not know', () => {
    expect(settingsDocumentSchema.parse({ ...document, rules: { gone: 1 } }).rules).toEqual(DEFAULT_RULES)
  })

  it.each([
    ['no weekday', { days: [], opens: '09:00', closes: '10:00' }],
    ['an eighth day', { days: [8], opens: '09:00', closes: '10:00' }],
    ['an hour that no clock shows', { days: [1], opens: '25:00', closes: '26:00' }],
    ['a closing before the opening', { days: [1], opens: '10:00', closes: '09:00' }],
  ])('with %s is refused', (_what, interval) => {
    const hours = {
      kind: 'rules',
      seasons: [{ from: '01-01', to: '12-31', weekly: [interval] }],
      exceptions: [],
    }
    const totem = { id: 't', slug: 't', name: 'T', inService: true, hours }
    expect(settingsDocumentSchema.safeParse({ ...document, totems: [totem] }).success).toBe(false)
  })
})
