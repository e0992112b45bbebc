import { describe, expect, it } from 'vitest'
import { consult, consulting, meetSecond, offerOf, say } from './engaged-day.ts'
import type { MediaEvent } from './events.ts'
import { anna, at, bruno, Day, padova, SOUND_ONLY, VIDEO } from './situation.ts'

/** Anna has a call from Padova, Bruno is free. */
const inCall = () => new Day().onDuty(anna, '08:10').onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)
const talking = () => {
  const day = inCall()
  consulting(day, anna, bruno)
  return day
}
const joining = () => {
  const day = talking()
  say(day, anna, 'consultCompleted')
  return day
}
const three = () => {
  const day = talking()
  say(day, anna, 'consultMerged')
  meetSecond(day, bruno, padova)
  return day
}

const colleague = (day: Day) => {
  const { work } = day.desk(anna)
  return work.kind === 'in_call' ? work.colleague : 'not in call'
}
const secondIs = (day: Day, type: 'secondGone' | 'secondSeen') =>
  day.apply({ type, callId: day.callAt(padova), offerId: offerOf(day, bruno) })
const room = (day: Day, type: 'endGone' | 'endSeen', end: 'totem' | 'desk') =>
  day.apply({ type, callId: day.callAt(padova), end })
const outcomesOfConsults = (day: Day) =>
  day.facts.flatMap((fact) => (fact.type === 'offerOver' && fact.role === 'consult' ? [fact.outcome] : []))

/** What one of the two who are to meet receives of the other. */
function confirms(day: Day, end: 'totem' | 'desk', channels = VIDEO): void {
  const offerId = offerOf(day, bruno)
  if (end === 'desk') {
    day.apply({ type: 'deskReceives', offerId, operatorId: bruno, epoch: day.epochOf(bruno), channels })
  } else {
    const page = { callId: day.callAt(padova), totemId: padova, epoch: day.pageOf(padova) }
    day.apply({ type: 'totemReceivesSecond', ...page, offerId, channels })
  }
}

describe('a colleague who is rung', () => {
  it('[SW-150] has nothing to hang up yet', () => {
    const day = inCall()
    consult(day, anna, bruno)
    expect(say(day, bruno, 'operatorHungUp')).toBe('offer-over')
    expect(day.work(bruno)).toBe('consult_ringing')
  })

  it('[SW-150] cannot decline any more once they have answered', () => {
    const day = talking()
    expect(say(day, bruno, 'offerDeclined')).toBe('offer-over')
    expect(day.work(bruno)).toBe('consulting')
  })

  it('[SW-25] [SW-154] has missed nothing when the ring is taken back: by "Torna", or with the call', () => {
    for (const end of [(day: Day) => say(day, anna, 'consultReturned'), (day: Day) => day.leave(padova)]) {
      const day = inCall()
      consult(day, anna, bruno)
      end(day)
      expect(outcomesOfConsults(day)).toEqual(['withdrawn'])
      expect(day.desk(bruno).work).toEqual({ kind: 'idle', readyAt: at('08:20:02') })
    }
  })

  it('[SW-157] nor when there is no room to consult in', () => {
    const day = inCall()
    consult(day, anna, bruno)
    const offerId = offerOf(day, bruno)
    // Open already: a report that comes late changes nothing.
    day.apply({ type: 'consultRoomFailed', callId: day.callAt(padova), offerId })
    expect(day.work(bruno)).toBe('consult_ringing')
    const other = inCall()
    const desk = { offerId: offerOf(other, anna), operatorId: anna, epoch: other.epochOf(anna) }
    other.apply({ type: 'consultStarted', ...desk, to: bruno, note: '' })
    const failed: MediaEvent = {
      type: 'consultRoomFailed',
      callId: other.callAt(padova),
      offerId: offerOf(other, bruno),
    }
    other.apply(failed)
    expect(outcomesOfConsults(other)).toEqual(['withdrawn'])
    expect(other.work(bruno)).toBe('idle')
  })
})

describe('the visitor meanwhile', () => {
  it('[SW-150] holds as before, if they held already; [SW-155] afterwards anew', () => {
    const day = inCall()
    say(day, anna, 'callHeld')
    day.to('09:01')
    consult(day, anna, bruno)
    expect(day.phase(padova)).toMatchObject({ hold: { stage: 'held', since: at('09:00') } })
    say(day, bruno, 'offerDeclined')
    expect(day.phase(padova)).toMatchObject({ hold: { stage: 'held', since: at('09:01') } })
  })

  it('[SW-151] holds no longer than the two may consult, however long a hold may be', () => {
    const day = new Day('08:00', { rules: { consultLimitMs: 60_000 } }).onDuty(anna, '08:10')
    day.onDuty(bruno, '08:20').to('09:00').inCall(anna, padova)
    consulting(day, anna, bruno)
    expect(day.to('09:00:59').work(bruno)).toBe('consulting')
    expect(day.to('09:01').work(bruno)).toBe('idle')
  })
})

describe('a colleague who comes to the visitor', () => {
  it.each(['totem', 'desk'] as const)('[SW-152] has not met them when only the %s has confirmed', (end) => {
    const day = joining()
    confirms(day, end)
    expect([day.work(anna), day.work(bruno)]).toEqual(['in_call', 'joining'])
    confirms(day, end === 'totem' ? 'desk' : 'totem')
    expect([day.work(anna), day.work(bruno)]).toEqual(['wrap_up', 'in_call'])
  })

  it('[SW-152] does not wait for a picture that the totem no longer sends', () => {
    const day = joining()
    confirms(day, 'totem')
    confirms(day, 'desk', SOUND_ONLY)
    expect(day.work(bruno)).toBe('joining')
    const page = { callId: day.callAt(padova), totemId: padova, epoch: day.pageOf(padova) }
    day.apply({ type: 'totemChannelsDeclared', ...page, channels: SOUND_ONLY })
    expect(day.work(bruno)).toBe('in_call')
  })

  it('[SW-152] nor the visitor for one that the colleague no longer sends', () => {
    const day = joining()
    confirms(day, 'desk')
    confirms(day, 'totem', SOUND_ONLY)
    expect(day.work(bruno)).toBe('joining')
    const desk = { offerId: offerOf(day, bruno), operatorId: bruno, epoch: day.epochOf(bruno) }
    day.apply({ type: 'deskChannelsDeclared', ...desk, channels: SOUND_ONLY })
    expect(day.work(bruno)).toBe('in_call')
  })

  it('[SW-152] is not to blame when it was the totem that was lost', () => {
    const day = joining()
    room(day, 'endGone', 'totem')
    day.to('09:00:15')
    expect(day.work(bruno)).toBe('idle')
    expect(day.desk(bruno).devices.kind).toBe('checked')
  })

  it('[SW-152] confirms anew on a page that was opened anew', () => {
    const day = joining()
    confirms(day, 'desk')
    day.openDesk(bruno, { reload: true })
    confirms(day, 'totem')
    expect(day.work(bruno)).toBe('joining')
    confirms(day, 'desk')
    expect(day.work(bruno)).toBe('in_call')
  })

  it('[SW-152] may be sent for twice in the same way', () => {
    const day = joining()
    expect(say(day, anna, 'consultCompleted')).toBeNull()
    expect(day.facts.filter(({ type }) => type === 'secondBroughtIn')).toHaveLength(1)
  })
})

describe('a colleague who is lost', () => {
  it('[SW-155] is not missed by the visitor’s room, where they have no place yet', () => {
    const day = talking()
    secondIs(day, 'secondGone')
    expect(colleague(day)).toMatchObject({ stage: 'consulting', isLost: false })
  })

  it('[SW-155] while they consult has 20 s to come back, then is free', () => {
    const day = talking()
    day.silence(bruno)
    day.to('09:00:20')
    expect(colleague(day)).toMatchObject({ stage: 'consulting', isLost: true })
    day.to('09:00:39')
    expect(colleague(day)).toMatchObject({ stage: 'consulting' })
    day.to('09:00:40')
    expect(colleague(day)).toBeNull()
    expect(day.board.operators.get(bruno)?.work).toEqual({ kind: 'idle' })
  })

  it('[SW-155] is back with the first word of their page', () => {
    const day = talking()
    day.silence(bruno)
    day.to('09:00:21').apply({ type: 'deskReturned', operatorId: bruno, epoch: day.epochOf(bruno) })
    expect(colleague(day)).toMatchObject({ stage: 'consulting', isLost: false })
  })

  it('[SW-56] [SW-155] who says goodbye is lost at once', () => {
    const day = talking()
    day.apply({ type: 'deskLeft', operatorId: bruno, epoch: day.epochOf(bruno) })
    expect(colleague(day)).toMatchObject({ isLost: true })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { desk: null } })
  })

  it('[SW-155] has one grace, however often the room misses them', () => {
    const day = three()
    secondIs(day, 'secondGone')
    day.to('09:00:10')
    secondIs(day, 'secondGone')
    day.to('09:00:20')
    expect(colleague(day)).toBeNull()
  })

  it('[SW-155] is brought back by no picture of a page that is gone, or was opened anew', () => {
    const day = three()
    day.silence(bruno)
    day.to('09:00:21')
    secondIs(day, 'secondSeen')
    expect(colleague(day)).toMatchObject({ stage: 'beside', isLost: true })
    const reloaded = three()
    reloaded.openDesk(bruno, { reload: true })
    secondIs(reloaded, 'secondSeen')
    expect(colleague(reloaded)).toMatchObject({ stage: 'beside', isLost: true })
    say(reloaded, bruno, 'deskJoined')
    expect(colleague(reloaded)).toMatchObject({ stage: 'beside', isLost: false })
  })
})

describe('the colleague beside the holder', () => {
  it('[SW-154] is not sent away by "Torna"', () => {
    const day = three()
    expect(say(day, anna, 'consultReturned')).toBe('no-consult')
    expect(colleague(day)).toMatchObject({ stage: 'beside' })
  })

  it('[SW-156] has the call as it was: the visitor, if lost, is still to come back', () => {
    const day = three()
    room(day, 'endGone', 'totem')
    say(day, anna, 'operatorHungUp')
    expect(day.desk(bruno).work).toMatchObject({ kind: 'in_call', lost: { totem: at('09:00:20') } })
  })

  it('[SW-156] and so are they themselves, whose new page has still to join', () => {
    const day = three()
    day.openDesk(bruno, { reload: true })
    say(day, anna, 'operatorHungUp')
    expect(day.phase(padova)).toMatchObject({
      operator: { displayName: 'bruno' },
      lost: { desk: at('09:00:20') },
    })
    room(day, 'endSeen', 'desk')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: at('09:00:20') } })
    say(day, bruno, 'deskJoined')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: null } })
  })

  it('[SW-156] but owes nothing for the page of whoever had it before', () => {
    const day = three()
    day.openDesk(anna, { reload: true })
    day.to('09:00:20')
    expect(day.phase(padova)).toMatchObject({ operator: { displayName: 'bruno' }, lost: { desk: null } })
    room(day, 'endGone', 'desk')
    room(day, 'endSeen', 'desk')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: null } })
  })
})
