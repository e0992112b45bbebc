import { describe, expect, it } from 'vitest'
import { operatorId, pageEpoch } from '@/lib/switchboard/ids.ts'
import { type DeskSession, nextSession, openingWith, remembered, rememberedEpoch } from './desk-session.ts'

const anna = operatorId('anna')
const bruno = operatorId('bruno')
const epoch = pageEpoch(7)
const open: DeskSession = { kind: 'open', epoch }

describe('nextSession', () => {
  it('opens with the epoch that the server gave', () => {
    expect(nextSession(openingWith(null), { type: 'opened', epoch })).toEqual(open)
  })

  it('asks before it takes a desk that is busy elsewhere, and takes it when told to', () => {
    const elsewhere = nextSession(openingWith(null), { type: 'refused', refusal: 'desk-elsewhere' })
    expect(elsewhere).toEqual({ kind: 'elsewhere' })
    expect(nextSession(elsewhere, { type: 'wanted', takeOver: true })).toEqual({
      kind: 'opening',
      takeOver: true,
      previousEpoch: null,
    })
  })

  it('stops when a newer page holds the desk', () => {
    expect(nextSession(open, { type: 'replaced', epoch })).toEqual({ kind: 'replaced' })
  })

  it('ignores late news about a page that this one no longer is', () => {
    expect(nextSession(open, { type: 'replaced', epoch: pageEpoch(6) })).toBe(open)
    expect(nextSession({ kind: 'replaced' }, { type: 'opened', epoch })).toEqual({ kind: 'replaced' })
  })

  it('asks again without proof when it is brought back, so that a call elsewhere is not cut unasked', () => {
    expect(nextSession({ kind: 'replaced' }, { type: 'wanted', takeOver: false })).toEqual(openingWith(null))
  })

  it('tells a lost sign-in from a server that is away', () => {
    const opening = openingWith(null)
    expect(nextSession(opening, { type: 'refused', refusal: 'not-signed-in' }).kind).toBe('signed_out')
    expect(nextSession(opening, { type: 'refused', refusal: 'not-allowed' }).kind).toBe('signed_out')
    expect(nextSession(opening, { type: 'refused', refusal: 'unreachable' }).kind).toBe('failed')
    expect(nextSession(open, { type: 'signedOut' }).kind).toBe('signed_out')
  })
})

describe('rememberedEpoch', () => {
  it('proves a reload of the same tab by the same operator', () => {
    expect(rememberedEpoch(remembered(anna, epoch), anna)).toBe(7)
  })

  it("proves nothing from another operator's desk or from damaged storage", () => {
    expect(rememberedEpoch(remembered(bruno, epoch), anna)).toBeNull()
    for (const stored of [
      null,
      '',
      'null',
      '7',
      '{"operatorId":"anna"}',
      '{"operatorId":"anna","epoch":"7"}',
    ]) {
      expect(rememberedEpoch(stored, anna)).toBeNull()
    }
  })
})
