import { describe, expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { Callable } from '@/lib/switchboard/views.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'
import { callKeyWording } from './call-key-wording.ts'
import { MONDAY_1042, stepsUntil } from './sample-views.ts'

const at = (text: string) => epochMs(Date.parse(text))
const said = (callable: Callable | undefined) => callKeyWording(callable, italian, 'it', MONDAY_1042)
const no = (why: Extract<Callable, { kind: 'no' }>['why'], opensAt: string | null = null) =>
  said({ kind: 'no', why, nextSteps: stepsUntil(opensAt === null ? null : at(opensAt)) })
const NOW = { kind: 'now' as const }
const PLACE = { kind: 'position' as const }

describe('when a call can be placed', () => {
  it('promises an answer at once, and until when', () => {
    expect(said({ kind: 'yes', closesAt: at('2026-11-23T18:30:00+01:00'), waiting: 0, wait: NOW })).toEqual({
      tone: 'ready',
      detail: 'Rispondiamo subito · fino alle 18:30',
    })
  })

  it('names no closing time where there is none', () => {
    expect(said({ kind: 'yes', closesAt: null, waiting: 0, wait: NOW }).detail).toBe('Rispondiamo subito')
  })

  it('names no closing time that is days away', () => {
    const closesAt = at('2026-12-08T00:00:00+01:00')
    expect(said({ kind: 'yes', closesAt, waiting: 0, wait: NOW }).detail).toBe('Rispondiamo subito')
  })

  it('names a range of minutes, never a point', () => {
    const wait = (fromMin: number, toMin: number | null) =>
      said({ kind: 'yes', closesAt: null, waiting: 2, wait: { kind: 'range', fromMin, toMin } })
    expect(wait(3, 5)).toEqual({ tone: 'waiting', detail: 'Attesa 3–5 minuti' })
    expect(wait(0, 2).detail).toBe('Attesa fino a 2 minuti')
    expect(wait(0, 1).detail).toBe('Attesa meno di 1 minuto')
    expect(wait(10, null).detail).toBe('Attesa 10 minuti o più')
    expect(wait(1, null).detail).toBe('Attesa 1 minuto o più')
    expect(wait(0, null).detail).toBe('Attesa 1 minuto o più')
  })

  it('does not say "at once" while everybody is busy, though nobody waits', () => {
    const busy = said({ kind: 'yes', closesAt: null, waiting: 0, wait: PLACE })
    expect(busy).toEqual({ tone: 'waiting', detail: 'Operatori occupati, poi tocca a te' })
  })

  it('tells how many wait instead of promising', () => {
    expect(said({ kind: 'yes', closesAt: null, waiting: 1, wait: PLACE })).toEqual({
      tone: 'waiting',
      detail: '1 persona in attesa',
    })
    expect(
      said({ kind: 'yes', closesAt: at('2026-11-23T13:00:00+01:00'), waiting: 4, wait: PLACE }).detail,
    ).toBe('4 persone in attesa · fino alle 13')
  })

  it('speaks English', () => {
    const closesAt = at('2026-11-23T18:30:00+01:00')
    const callable: Callable = { kind: 'yes', closesAt, waiting: 0, wait: NOW }
    expect(callKeyWording(callable, english, 'en', MONDAY_1042).detail).toBe(
      'We answer at once · until 18:30',
    )
  })
})

describe('when no call can be placed', () => {
  it.each(['body-closed', 'totem-closed', 'service-closed'] as const)(
    '%s: says when it opens again',
    (why) => {
      expect(no(why, '2026-11-24T09:00:00+01:00')).toEqual({ tone: 'no', detail: 'Riapriamo domani alle 9' })
    },
  )

  it('does not invent an opening', () => {
    expect(no('totem-closed').detail).toBe('Ora siamo chiusi')
  })

  it('names the next opening only where closing is the reason', () => {
    expect(no('nobody-on-duty', '2026-11-24T09:00:00+01:00').detail).toBe('Nessun operatore in servizio')
  })

  it.each(['closing-soon', 'queue-full', 'call-exists', 'totem-out-of-service', 'service-unknown'] as const)(
    '%s has words',
    (why) => {
      expect(no(why)).toMatchObject({ tone: 'no', detail: expect.stringMatching(/\S/) })
    },
  )
})

it('waits for the stream before it promises anything', () => {
  expect(said(undefined)).toEqual({ tone: 'checking', detail: 'Guardo chi può rispondere' })
})
