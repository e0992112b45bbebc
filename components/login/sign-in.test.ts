import { describe, expect, it } from 'vitest'
import { outcomeOf } from './sign-in.ts'

describe('outcomeOf', () => {
  it('tells the role of whoever is in', () => {
    expect(outcomeOf(200, null, { role: 'operator' })).toEqual({ kind: 'in', role: 'operator' })
  })

  it('tells a wrong password from a lock', () => {
    expect(outcomeOf(401, null, { error: 'not-signed-in' })).toEqual({ kind: 'wrong' })
    expect(outcomeOf(429, '900', { error: 'too-often' })).toEqual({ kind: 'too_often', waitMinutes: 15 })
  })

  it('says how long to wait only when told', () => {
    expect(outcomeOf(429, '61', {})).toEqual({ kind: 'too_often', waitMinutes: 2 })
    expect(outcomeOf(429, null, {})).toEqual({ kind: 'too_often', waitMinutes: null })
    expect(outcomeOf(429, 'Wed, 21 Oct 2026 07:28:00 GMT', {})).toMatchObject({ waitMinutes: null })
  })

  it('does not blame the password when the server is in trouble', () => {
    for (const status of [500, 502, 503]) {
      expect(outcomeOf(status, null, null)).toEqual({ kind: 'server_away' })
    }
  })
})
