import { describe, expect, it } from 'vitest'
import { consulting, meetSecond, putUp, say, tickAtDesk, tickAtTotem, transfer } from './engaged-day.ts'
import type { OperatorId } from './ids.ts'
import { anna, bruno, Day, padova } from './situation.ts'
import type { Showing, ShownOnStage } from './stage.ts'

/** Anna has a call from Padova, Bruno is free. */
const inCall = () => new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)

const LIST: Showing = { kind: 'checklist', slug: 'carta-identita' }
const SHEET: Showing = { kind: 'sheet', slug: 'carta-identita', part: null }
const tick = (item: number, isTicked = true, slug = 'carta-identita') => ({ slug, item, isTicked })

const atDesk = (day: Day, id: OperatorId): ShownOnStage | 'not in call' | null => {
  const { work } = day.desk(id)
  return work.kind === 'in_call' ? work.stage : 'not in call'
}
const atTotem = (day: Day): ShownOnStage | 'not in call' | null => {
  const phase = day.phase(padova)
  return phase?.kind === 'in_call' ? phase.stage : 'not in call'
}
const seen = (day: Day, id = anna) => {
  const shown = atDesk(day, id)
  expect(atTotem(day)).toEqual(shown)
  return shown
}
const logged = (day: Day) => day.facts.flatMap((fact) => (fact.type === 'stageShown' ? [fact.kind] : []))

describe('the stage', () => {
  it('[SW-240] shows both ends what the holder puts up, until it is taken down', () => {
    const day = inCall()
    expect(seen(day)).toBeNull()
    expect(putUp(day, anna, SHEET)).toBeNull()
    expect(seen(day)).toEqual(SHEET)
    putUp(day, anna, { kind: 'office', slug: 'urp' })
    expect(seen(day)).toEqual({ kind: 'office', slug: 'urp' })
    expect(putUp(day, anna, null)).toBeNull()
    expect(putUp(day, anna, null)).toBeNull()
    expect(seen(day)).toBeNull()
  })

  it('[SW-240] is the holder’s alone, and only in the call', () => {
    const day = new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00')
    day.place(padova)
    expect(putUp(day, anna, SHEET)).toBe('not-in-call')
    day.answer(anna)
    day.meet(anna, padova)
    consulting(day, anna, bruno)
    expect(putUp(day, bruno, SHEET)).toBe('not-the-holder')
    expect(tickAtDesk(day, bruno, tick(0))).toBe('not-the-holder')
    expect(seen(day)).toBeNull()
    day.openDesk(anna, { reload: true })
    day.leave(padova)
    expect(putUp(day, anna, SHEET)).toBe('offer-over')
  })

  it('[SW-241] moves the highlight without a line in the log for each paragraph', () => {
    const day = inCall()
    putUp(day, anna, SHEET)
    putUp(day, anna, { ...SHEET, part: 'howTo.0' })
    expect(seen(day)).toEqual({ kind: 'sheet', slug: 'carta-identita', part: 'howTo.0' })
    putUp(day, anna, { ...SHEET, part: 'cost.0' })
    putUp(day, anna, { kind: 'form', slug: 'delega', part: 'field.0' })
    putUp(day, anna, { kind: 'qr', page: LIST })
    putUp(day, anna, { kind: 'qr', page: LIST })
    expect(logged(day)).toEqual(['sheet', 'form', 'qr'])
  })

  it('[SW-242] is ticked from both ends, and back', () => {
    const day = inCall()
    putUp(day, anna, LIST)
    expect(tickAtTotem(day, padova, tick(2))).toBeNull()
    expect(tickAtDesk(day, anna, tick(0))).toBeNull()
    expect(tickAtDesk(day, anna, tick(0))).toBeNull()
    expect(seen(day)).toMatchObject({ ticked: [0, 2] })
    expect(tickAtTotem(day, padova, tick(0, false))).toBeNull()
    expect(seen(day)).toMatchObject({ ticked: [2] })
  })

  it('[SW-242] finds the ticks again after something else was up', () => {
    const day = inCall()
    putUp(day, anna, LIST)
    tickAtTotem(day, padova, tick(1))
    putUp(day, anna, { kind: 'checklist', slug: 'residenza' })
    expect(seen(day)).toMatchObject({ ticked: [] })
    putUp(day, anna, null)
    putUp(day, anna, LIST)
    expect(seen(day)).toMatchObject({ ticked: [1] })
  })

  it('[SW-242] a tick that comes late falls on nothing', () => {
    const day = inCall()
    expect(tickAtTotem(day, padova, tick(0))).toBe('not-on-stage')
    putUp(day, anna, SHEET)
    expect(tickAtTotem(day, padova, tick(0))).toBe('not-on-stage')
    putUp(day, anna, { kind: 'checklist', slug: 'residenza' })
    expect(tickAtDesk(day, anna, tick(0))).toBe('not-on-stage')
    expect(seen(day)).toMatchObject({ ticked: [] })
  })

  it('[SW-242] forgets the oldest of more ticks than anybody makes', () => {
    const day = inCall()
    for (let list = 0; list < 3; list++) {
      putUp(day, anna, { kind: 'checklist', slug: `list-${list}` })
      for (let item = 0; item < 100; item++) tickAtTotem(day, padova, tick(item, true, `list-${list}`))
    }
    expect([...day.board.calls.values()][0]?.stage?.ticks).toHaveLength(200)
    putUp(day, anna, { kind: 'checklist', slug: 'list-0' })
    expect(seen(day)).toMatchObject({ ticked: [] })
  })

  it('[SW-240] survives the reload of either page', () => {
    const day = inCall()
    putUp(day, anna, LIST)
    tickAtTotem(day, padova, tick(1))
    day.openDesk(anna, { reload: true })
    day.openTotem(padova)
    expect(seen(day)).toMatchObject({ slug: 'carta-identita', ticked: [1] })
  })

  it('[SW-240] goes along with the call: sent on, taken over, and when its operator is lost', () => {
    const sent = inCall()
    putUp(sent, anna, LIST)
    tickAtTotem(sent, padova, tick(1))
    transfer(sent, anna, { kind: 'operator', operatorId: bruno })
    expect(atTotem(sent)).toBe('not in call')
    sent.answer(bruno)
    sent.meet(bruno, padova)
    expect(seen(sent, bruno)).toMatchObject({ slug: 'carta-identita', ticked: [1] })

    const taken = inCall()
    putUp(taken, anna, LIST)
    consulting(taken, anna, bruno)
    say(taken, anna, 'consultCompleted')
    meetSecond(taken, bruno, padova)
    expect(seen(taken, bruno)).toMatchObject({ slug: 'carta-identita' })
  })

  it('[SW-240] a colleague beside the holder sees it too, and cannot change it', () => {
    const day = inCall()
    consulting(day, anna, bruno)
    say(day, anna, 'consultMerged')
    meetSecond(day, bruno, padova)
    putUp(day, anna, LIST)
    expect(atDesk(day, bruno)).toEqual(atDesk(day, anna))
    expect(putUp(day, bruno, null)).toBe('not-the-holder')
  })

  it('[SW-243] a shared screen ends with the page that shares it', () => {
    const day = inCall()
    putUp(day, anna, { kind: 'screen' })
    expect(seen(day)).toEqual({ kind: 'screen' })
    day.openTotem(padova)
    expect(seen(day)).toEqual({ kind: 'screen' })
    day.openDesk(anna, { reload: true })
    expect(seen(day)).toBeNull()
  })

  it('[SW-242] what was ticked before a screen was shared is still ticked after it', () => {
    const day = inCall()
    putUp(day, anna, LIST)
    tickAtTotem(day, padova, tick(1))
    putUp(day, anna, { kind: 'screen' })
    day.openDesk(anna, { reload: true })
    putUp(day, anna, LIST)
    expect(seen(day)).toMatchObject({ ticked: [1] })
  })

  it('[SW-240] tells one form of a page from another, also as a QR', () => {
    const day = inCall()
    putUp(day, anna, SHEET)
    putUp(day, anna, { kind: 'form', slug: 'carta-identita', part: null })
    expect(seen(day)).toMatchObject({ kind: 'form' })
    putUp(day, anna, { kind: 'qr', page: { kind: 'sheet', slug: 'carta-identita' } })
    putUp(day, anna, { kind: 'qr', page: { kind: 'checklist', slug: 'carta-identita' } })
    expect(seen(day)).toMatchObject({ kind: 'qr', page: { kind: 'checklist' } })
    expect(logged(day)).toEqual(['sheet', 'form', 'qr', 'qr'])
  })

  it('[SW-243] a shared screen is not inherited', () => {
    const day = inCall()
    putUp(day, anna, { kind: 'screen' })
    transfer(day, anna, { kind: 'operator', operatorId: bruno })
    day.answer(bruno)
    day.meet(bruno, padova)
    expect(seen(day, bruno)).toBeNull()
    putUp(day, bruno, { kind: 'screen' })
    expect(seen(day, bruno)).toEqual({ kind: 'screen' })
  })

  it('[SW-244] nothing of it outlives the call', () => {
    const day = inCall()
    putUp(day, anna, LIST)
    tickAtTotem(day, padova, tick(1))
    const held = day.callAt(padova)
    day.leave(padova)
    expect(day.board.calls.get(held)?.stage).toBeNull()
  })
})
