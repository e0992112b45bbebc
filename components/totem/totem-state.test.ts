import { describe, expect, it } from 'vitest'
import { callId } from '@/lib/switchboard/ids.ts'
import { currentPage, NEW_VISITOR, nextState, type TotemAction, type TotemState } from './totem-state.ts'

const having = (...actions: TotemAction[]): TotemState => actions.reduce(nextState, NEW_VISITOR)
const opened = (page: Extract<TotemAction, { type: 'opened' }>['page']): TotemAction => ({
  type: 'opened',
  page,
})

const topic = opened({ kind: 'topic', topic: 'identita' })
const sheet = opened({ kind: 'sheet', service: 'cie' })
const notice = opened({ kind: 'notice', service: 'cie' })
const back: TotemAction = { type: 'wentBack' }

describe('reading', () => {
  it('goes back page by page, and never past home', () => {
    expect(currentPage(having(topic, sheet, { type: 'wentBack' }))).toEqual({
      kind: 'topic',
      topic: 'identita',
    })
    const wayBack: TotemAction[] = [{ type: 'wentBack' }, { type: 'wentBack' }, { type: 'wentBack' }]
    expect(currentPage(having(topic, sheet, ...wayBack))).toEqual({ kind: 'home' })
  })

  const searching = having(opened({ kind: 'search' }), { type: 'searchTyped', text: 'separazione' })

  it('finds what was searched again on the way back from a result', () => {
    expect([sheet, back].reduce(nextState, searching).searched).toBe('separazione')
  })

  it.each([
    ['Indietro', [back]],
    ['Indietro, twice', [sheet, back, back]],
    ['a key for home', [opened({ kind: 'home' })]],
  ])('leaves on home no word of what was searched, reached by %s', (_, way) => {
    expect(way.reduce(nextState, searching)).toEqual(NEW_VISITOR)
  })

  it('has nothing behind home', () => {
    expect(having(topic, sheet, opened({ kind: 'home' })).trail).toHaveLength(1)
  })
})

describe('calling', () => {
  it('starts once, however often Avvia is touched', () => {
    const once = having(sheet, notice, { type: 'callStarted' })
    expect(currentPage(once)).toEqual({ kind: 'placing', service: 'cie' })
    expect(nextState(once, { type: 'callStarted' })).toBe(once)
  })

  it('shows a refusal in place of the call, with the sheet behind it', () => {
    const refused: TotemAction = { type: 'callRefused', trouble: 'nobody-on-duty', nextSteps: null }
    const state = having(sheet, notice, { type: 'callStarted' }, refused)
    expect(currentPage(state)).toMatchObject({ kind: 'trouble', trouble: 'nobody-on-duty', service: 'cie' })
    expect(currentPage(nextState(state, { type: 'wentBack' }))).toEqual({ kind: 'sheet', service: 'cie' })
  })

  it('shows no refusal of a call that the stream already shows', () => {
    const seen = having(sheet, notice, { type: 'callStarted' }, { type: 'callSeen', isAnswered: false })
    expect(nextState(seen, { type: 'callRefused', trouble: 'offline', nextSteps: null })).toBe(seen)
  })

  it('has the sheet behind a call, so that a cancelled one leads back there', () => {
    const seen = having(
      topic,
      sheet,
      notice,
      { type: 'callStarted' },
      { type: 'callSeen', isAnswered: false },
    )
    expect(currentPage(seen)).toEqual({ kind: 'sheet', service: 'cie' })
  })

  it('leaves no empty form behind a call that is answered while a number is typed', () => {
    const leaving = { kind: 'callback', service: 'cie', callId: callId('call') } as const
    const typing = having(sheet, { type: 'opened', page: leaving }, { type: 'callSeen', isAnswered: false })
    expect(currentPage(typing)).toEqual(leaving)
    expect(currentPage(nextState(typing, { type: 'callSeen', isAnswered: true }))).toEqual({
      kind: 'sheet',
      service: 'cie',
    })
  })

  it('has home behind a call that was there when the page was opened', () => {
    expect(currentPage(having({ type: 'callSeen', isAnswered: false }))).toEqual({ kind: 'home' })
  })

  it('ticks and unticks what is prepared, and forgets it with the next call', () => {
    const tick: TotemAction = { type: 'itemTicked', item: 'La tessera sanitaria' }
    expect(having(tick).prepared).toEqual(['La tessera sanitaria'])
    expect(having(tick, tick).prepared).toEqual([])
    expect(having(tick, notice, { type: 'callStarted' }).prepared).toEqual([])
  })
})

it('leaves nothing of a visitor behind', () => {
  const visit = having(
    { type: 'languageChosen', locale: 'en' },
    topic,
    sheet,
    notice,
    { type: 'callStarted' },
    { type: 'callSeen', isAnswered: false },
    { type: 'itemTicked', item: 'La tessera sanitaria' },
    { type: 'wentOnWithout' },
  )
  expect(nextState(visit, { type: 'wiped' })).toEqual(NEW_VISITOR)
  const dismissed = callId('call')
  expect(nextState(visit, { type: 'wiped', dismissed })).toEqual({ ...NEW_VISITOR, dismissed })
})
