import { describe, expect, it } from 'vitest'
import { callId } from './ids.ts'
import { anna, at, bruno, Day, NO_NEEDS, padova, urp, VIDEO, villanova } from './situation.ts'

/** Anna talks to the visitor of Padova; Bruno is free. */
const talking = () => new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05').inCall(anna, padova)

/** Anna has answered the call from Padova, and nothing has arrived yet; Bruno is free. */
function connecting(): Day {
  const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
  day.place(padova)
  day.answer(anna)
  return day
}

const room = (day: Day, type: 'endGone' | 'endSeen', end: 'totem' | 'desk') =>
  day.apply({ type, callId: day.callAt(padova), end })
const outcomes = (day: Day) => day.facts.flatMap((fact) => (fact.type === 'callOver' ? [fact.outcome] : []))

describe('a lost end', () => {
  it('[SW-50] has one grace, however often the room misses it', () => {
    const day = talking()
    room(day, 'endGone', 'desk')
    day.to('09:05:10')
    room(day, 'endGone', 'desk')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: at('09:05:20') } })
    day.to('09:05:20')
    expect(day.work(bruno)).toBe('ringing')
    expect(day.facts.filter(({ type }) => type === 'endLost')).toHaveLength(1)
  })

  it('[SW-51] the totem’s picture brings nobody back without a page, and its page is one again when it is heard of', () => {
    const day = talking()
    day.silence(padova)
    day.to('09:05:16')
    room(day, 'endSeen', 'totem')
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: at('09:05:25') } })
    day.apply({ type: 'totemReturned', totemId: padova, epoch: day.pageOf(padova) })
    room(day, 'endSeen', 'totem')
    expect(day.desk(anna).work).toMatchObject({ lost: { totem: null } })
  })

  it('[SW-51] [SW-55] so it is with the desk', () => {
    const day = talking()
    day.silence(anna)
    day.to('09:05:21')
    room(day, 'endSeen', 'desk')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: at('09:05:40') } })
    day.apply({ type: 'deskReturned', operatorId: anna, epoch: day.epochOf(anna) })
    room(day, 'endSeen', 'desk')
    expect(day.phase(padova)).toMatchObject({ lost: { desk: null } })
  })

  it('[SW-51] while it is away nothing of connecting runs out, and then there are the whole 15 s', () => {
    const day = connecting()
    const offerId = day.heldOffer(anna)
    day.to('09:05:05').openDesk(anna, { reload: true })
    day.to('09:05:18')
    expect(day.phase(padova)).toMatchObject({ kind: 'connecting', lost: { desk: at('09:05:25') } })
    day.apply({ type: 'deskJoined', offerId, operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:05:32')
    expect(day.phase(padova)).toMatchObject({ kind: 'connecting', lost: { desk: null } })
    day.to('09:05:33')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-53] [SW-70] a visitor who is lost before the ends have met has abandoned, and leaves no wrap-up', () => {
    const day = connecting()
    room(day, 'endGone', 'totem')
    day.to('09:05:20')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'abandoned', by: 'totem_lost' } })
    expect(day.work(anna)).toBe('idle')
  })

  it('[SW-53] one who is lost in the call has been served, and the log says how it ended', () => {
    const day = talking()
    room(day, 'endGone', 'totem')
    day.to('09:05:20')
    expect(outcomes(day)).toEqual([{ kind: 'ended', by: 'totem_lost' }])
    expect(day.work(anna)).toBe('wrap_up')
  })

  it('[SW-52] a ring whose desk has vanished is withdrawn: nobody has missed it', () => {
    const day = new Day().onDuty(anna, '09:00').to('09:05')
    day.place(padova)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.silence(anna)
    day.to('09:05:10')
    expect(day.facts).toContainEqual(expect.objectContaining({ type: 'offerOver', outcome: 'withdrawn' }))
    expect(day.board.operators.get(anna)?.work).toEqual({ kind: 'idle' })
  })
})

describe('a page that was just opened', () => {
  const presence = (day: Day) => ({
    desk: day.board.operators.get(anna)?.desk.presence,
    totem: day.board.totems.get(padova)?.presence,
  })

  it('[SW-52] [SW-53] has its whole lease: a desk 20 s, a totem 15 s', () => {
    const day = new Day('09:00').openTotem(padova)
    day.openDesk(anna)
    day.silence(anna)
    day.silence(padova)
    expect(presence(day.to('09:00:14', { beating: false }))).toEqual({ desk: 'here', totem: 'here' })
    expect(presence(day.to('09:00:15', { beating: false }))).toEqual({ desk: 'here', totem: 'gone' })
    expect(presence(day.to('09:00:19', { beating: false }))).toEqual({ desk: 'here', totem: 'gone' })
    expect(presence(day.to('09:00:20', { beating: false }))).toEqual({ desk: 'gone', totem: 'gone' })
  })

  it('[SW-53] and so has one that places a call when it had been taken for gone', () => {
    const day = new Day().onDuty(anna, '08:40').openTotem(padova).to('09:00')
    const page = { totemId: padova, epoch: day.pageOf(padova) }
    day.silence(padova)
    day.to('09:00:15')
    expect(presence(day).totem).toBe('gone')
    const asked = { service: urp, needs: NO_NEEDS, channels: VIDEO, preferred: null }
    day.apply({ type: 'callPlaced', callId: callId('late'), ...page, ...asked })
    day.apply({ type: 'roomOpened', callId: callId('late') })
    expect(day.to('09:00:29').work(anna)).toBe('ringing')
    expect(day.to('09:00:30').work(anna)).toBe('idle')
    expect(outcomes(day)).toEqual([{ kind: 'abandoned', by: 'totem_lost' }])
  })
})

describe('a call that nobody confirms', () => {
  it('[SW-54] goes on while one page lives', () => {
    const day = talking().to('09:05:10')
    day.silence(padova)
    day.to('09:05:31')
    expect(day.desk(anna).work).toMatchObject({ kind: 'in_call', lost: { totem: at('09:05:35') } })
    day.apply({ type: 'totemReturned', totemId: padova, epoch: day.pageOf(padova) })
    room(day, 'endSeen', 'totem')
    day.to('09:05:40', { beating: false })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
  })

  it('[SW-54] is over after 30 s once neither does, and waits for no grace', () => {
    const day = talking()
    day.silence(anna)
    day.to('09:05:10')
    day.silence(padova)
    day.to('09:05:29')
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call' })
    day.to('09:05:30')
    expect(day.phase(padova)).toEqual({ kind: 'over', outcome: { kind: 'ended', by: 'both_lost' } })
  })
})

describe('a desk’s stream that closes', () => {
  const rung = () => {
    const day = new Day().onDuty(anna, '08:40').onDuty(bruno, '09:00').to('09:05')
    day.place(padova)
    return day
  }
  const closeStream = (day: Day) =>
    day.apply({ type: 'deskStreamClosed', operatorId: anna, epoch: day.epochOf(anna) })

  it('[SW-55] leaves the desk 10 s without a beat', () => {
    const day = rung()
    day.silence(anna)
    closeStream(day)
    day.to('09:05:09')
    expect(day.work(anna)).toBe('ringing')
    day.to('09:05:10')
    expect(day.work(bruno)).toBe('ringing')
  })

  it('[SW-55] gives no time to one that has not been heard of anyway', () => {
    const day = rung()
    day.silence(anna)
    day.to('09:05:15')
    closeStream(day)
    day.to('09:05:20')
    expect(day.board.operators.get(anna)?.desk.presence).toBe('gone')
  })

  it('[SW-56] so does a goodbye, and in a call the other end is told at once', () => {
    const day = talking()
    day.silence(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    expect(day.phase(padova)).toMatchObject({ kind: 'in_call', lost: { desk: at('09:05:20') } })
    day.to('09:05:09')
    expect(day.board.operators.get(anna)?.desk.presence).toBe('here')
    day.to('09:05:10')
    expect(day.board.operators.get(anna)?.desk.presence).toBe('gone')
  })
})

describe('a pair that has failed', () => {
  /** Bruno is busy with Villanova, so that he could take a call later. */
  function brunoIsBusy(): Day {
    const day = new Day().onDuty(bruno, '08:30').onDuty(anna, '08:40').to('09:04').inCall(bruno, villanova)
    day.to('09:05').place(padova)
    day.answer(anna)
    return day
  }

  it('[SW-23] [SW-42] is kept apart for 60 s after a connection that failed', () => {
    const day = brunoIsBusy().to('09:05:15')
    day.checkDevices(anna)
    day.to('09:06:14')
    expect([day.work(anna), day.phase(padova)?.kind]).toEqual(['idle', 'waiting'])
    day.to('09:06:15')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-23] and after a lost desk', () => {
    const day = brunoIsBusy()
    day.meet(anna, padova)
    day.silence(anna)
    day.apply({ type: 'deskLeft', operatorId: anna, epoch: day.epochOf(anna) })
    day.to('09:05:20')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
    day.openDesk(anna)
    day.checkDevices(anna)
    day.to('09:06:19')
    expect([day.work(anna), day.phase(padova)?.kind]).toEqual(['idle', 'waiting'])
    day.to('09:06:20')
    expect(day.work(anna)).toBe('ringing')
  })

  it('[SW-42] fails twice in a row only if it has not met between', () => {
    const day = connecting().to('09:05:15')
    day.checkDevices(anna)
    day.answer(bruno)
    day.meet(bruno, padova)
    day.silence(bruno)
    day.apply({ type: 'deskLeft', operatorId: bruno, epoch: day.epochOf(bruno) })
    day.to('09:05:35')
    expect(day.work(anna)).toBe('ringing')
    day.answer(anna)
    day.to('09:05:50')
    expect(day.phase(padova)).toMatchObject({ kind: 'waiting', again: true })
  })
})
