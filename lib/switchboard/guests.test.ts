import { describe, expect, it } from 'vitest'
import {
  aboutGuest,
  asGuest,
  consulting,
  letIn,
  maria,
  meetSecond,
  offerOf,
  say,
  sofia,
  supervise,
  transfer,
  ugo,
} from './engaged-day.ts'
import { guestView } from './guest-view.ts'
import { guestId } from './ids.ts'
import { isSigned } from './is-signed.ts'
import { deskMediaPlan, guestMediaPlan, supervisorMediaPlan, totemMediaPlan } from './media-plan.ts'
import { anna, at, bruno, Day, padova, urp, villanova } from './situation.ts'
import { supervisionView } from './supervision-view.ts'

const inCall = () =>
  new Day('08:00', { listeningAllowed: true }).onDuty(anna, '08:10').to('09:00').inCall(anna, padova)

const viewOf = (day: Day, guest = maria, browser = 'phone') =>
  guestView(
    day.board,
    { callId: day.callAt(padova), guestId: guest, visitHash: `${guest} at ${browser}` },
    day.now,
  )
const stageOf = (day: Day, guest = maria, browser = 'phone') => viewOf(day, guest, browser).stage
const planOf = (day: Day, guest = maria) => guestMediaPlan(viewOf(day, guest), 0)
const identity = `g-${maria}`
const guestsAtDesk = (day: Day) => {
  const { work } = day.desk(anna)
  return 'offer' in work ? work.offer.guests : []
}

describe('an invite', () => {
  it('[SW-250] is known to the desk that made it, and to nobody else', () => {
    const day = inCall()
    expect(aboutGuest(day, anna, maria, 'guestInvited')).toBeNull()
    expect(guestsAtDesk(day)).toMatchObject([{ id: maria, state: 'invited', as: 'signer' }])
    expect(day.totem(padova).call?.guests).toEqual([])
    expect(JSON.stringify(day.facts)).not.toContain('invite of maria')
  })

  it('[SW-250] can be made again without making another', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    expect(aboutGuest(day, anna, maria, 'guestInvited')).toBeNull()
    expect(guestsAtDesk(day)).toHaveLength(1)
  })

  it('[SW-250] is refused when the room has no more places', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    aboutGuest(day, anna, ugo, 'guestInvited')
    expect(aboutGuest(day, anna, guestId('zoe'), 'guestInvited')).toBe('guests-full')
    aboutGuest(day, anna, ugo, 'guestDismissed')
    expect(aboutGuest(day, anna, guestId('zoe'), 'guestInvited')).toBeNull()
  })

  it('[SW-250] is made by whoever has the call, and nobody else', () => {
    const day = inCall().onDuty(bruno, '09:01')
    expect(aboutGuest(day, bruno, maria, 'guestInvited')).toBe('offer-over')
    day.to('09:01:10').inCall(bruno, villanova)
    aboutGuest(day, anna, maria, 'guestInvited')
    asGuest(day, padova, maria, 'guestArrived')
    expect(aboutGuest(day, bruno, maria, 'guestAdmitted')).toBe('guest-not-at-door')
    expect(aboutGuest(day, bruno, maria, 'guestDismissed')).toBeNull()
    expect(guestsAtDesk(day)).toMatchObject([{ state: 'at_door' }])
  })

  it('[SW-254] expires unused after ten minutes, and says so', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    day.to('09:10:01')
    expect(guestsAtDesk(day)).toEqual([])
    expect(asGuest(day, padova, maria, 'guestArrived')).toBe('invite-expired')
  })

  it('[SW-251] is used once: the first browser has it', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    expect(asGuest(day, padova, maria, 'guestArrived')).toBeNull()
    expect(asGuest(day, padova, maria, 'guestArrived', 'stranger')).toBe('invite-used')
    expect(asGuest(day, padova, maria, 'guestArrived')).toBeNull()
    expect(stageOf(day, maria, 'stranger')).toEqual({ kind: 'over', why: 'call-over' })
    expect(asGuest(day, padova, maria, 'guestLeft', 'stranger')).toBe('invite-unknown')
    expect(stageOf(day).kind).toBe('at_door')
  })

  it('[SW-251] is for whoever has its secret', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    const page = { callId: day.callAt(padova), guestId: maria, visitHash: 'guessed' }
    expect(day.apply({ type: 'guestArrived', ...page, inviteHash: 'guessed' })).toBe('invite-unknown')
    expect(guestsAtDesk(day)).toMatchObject([{ state: 'invited' }])
  })
})

describe('a guest', () => {
  it('[SW-252] [SW-M10] is nowhere before the operator lets them in', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    expect(aboutGuest(day, anna, maria, 'guestAdmitted')).toBe('guest-not-at-door')
    asGuest(day, padova, maria, 'guestArrived')
    expect(planOf(day)).toMatchObject({ room: null, mayReceive: [], shows: [] })
    for (const plan of [totemMediaPlan(day.totem(padova), 0), deskMediaPlan(day.desk(anna), 0)]) {
      expect(plan.mayReceive).not.toContain(identity)
      expect(plan.shows).not.toContain(identity)
    }
    expect(JSON.stringify(viewOf(day))).not.toContain(`t-${day.callAt(padova)}`)
    expect(stageOf(day)).not.toHaveProperty('room')
  })

  it('[SW-252] [SW-M10] is named and shown by all, and live, once let in', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    const visitor = `t-${day.callAt(padova)}`
    const desk = `o-${offerOf(day, anna)}`
    expect(planOf(day)).toMatchObject({
      room: { identity },
      send: 'live',
      mayReceive: [visitor, desk],
      shows: [visitor, desk],
    })
    expect(totemMediaPlan(day.totem(padova), 0)).toMatchObject({
      mayReceive: [desk, identity],
      // Whoever signs is shown large.
      shows: [identity, desk],
    })
    expect(deskMediaPlan(day.desk(anna), 0)).toMatchObject({
      mayReceive: [visitor, identity],
      shows: [visitor, identity],
    })
    expect(day.totem(padova).call?.guests).toEqual([{ identity, as: 'signer', name: 'maria' }])
  })

  it('[SW-M11] is told when hands speak: the visitor asked for it, or an interpreter who signs was let in', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    expect(stageOf(day)).toMatchObject({ kind: 'admitted', isSigned: true })
    expect(isSigned('lis', [])).toBe(true)
    expect(isSigned('spoken', [{ as: 'interpreter' }])).toBe(false)
    expect(isSigned('text', [{ as: 'relative' }, { as: 'signer' }])).toBe(true)
  })

  it('[SW-M10] sees another guest, and is told of a listener who hears them', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    letIn(day, anna, padova, ugo)
    supervise(day, sofia, padova, 'listeningStarted')
    const plan = planOf(day)
    expect(plan.shows).toContain(`g-${ugo}`)
    const stage = stageOf(day)
    const listener = stage.kind === 'admitted' ? stage.supervisor?.identity : undefined
    expect(plan.mayReceive).toContain(listener)
    expect(plan.shows).not.toContain(listener)
    const supervised = supervisionView(day.board, day.callAt(padova), sofia, day.now)
    expect(supervisorMediaPlan(supervised, 0).shows).toEqual(expect.arrayContaining([identity, `g-${ugo}`]))
  })

  it('[SW-M6] [SW-M10] gets nothing from the totem on hold', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    say(day, anna, 'callHeld')
    expect(totemMediaPlan(day.totem(padova), 0)).toMatchObject({ send: 'muted', shows: [] })
    expect(totemMediaPlan(day.totem(padova), 0).mayReceive).not.toContain(identity)
    expect(deskMediaPlan(day.desk(anna), 0).mayReceive).not.toContain(identity)
    expect(planOf(day)).toMatchObject({ room: { identity }, send: 'muted', mayReceive: [], shows: [] })
    say(day, anna, 'callResumed')
    expect(planOf(day).send).toBe('live')
  })

  it('[SW-253] [SW-M10] stays when the call moves on, and meanwhile gets and sends nothing', () => {
    const day = inCall().onDuty(bruno, '09:01')
    letIn(day, anna, padova, maria)
    transfer(day, anna, { kind: 'service', service: urp })
    expect(planOf(day)).toMatchObject({ room: { identity }, send: 'muted', mayReceive: [], shows: [] })
    expect(totemMediaPlan(day.totem(padova), 0).mayReceive).not.toContain(identity)
    day.to('09:01:05')
    asGuest(day, padova, maria, 'guestRenewed')
    day.answer(bruno)
    expect(totemMediaPlan(day.totem(padova), 0).mayReceive).toContain(identity)
    day.meet(bruno, padova)
    expect(planOf(day).shows).toEqual([`t-${day.callAt(padova)}`, `o-${offerOf(day, bruno)}`])
    expect(aboutGuest(day, bruno, maria, 'guestDismissed')).toBeNull()
    expect(stageOf(day)).toEqual({ kind: 'over', why: 'guest-removed' })
  })

  it('[SW-253] meets a colleague who takes the call over together with the visitor', () => {
    const day = inCall().onDuty(bruno, '09:00:10').to('09:00:20')
    letIn(day, anna, padova, maria)
    consulting(day, anna, bruno)
    expect(planOf(day).send).toBe('muted')
    say(day, anna, 'consultCompleted')
    expect(planOf(day).shows).toEqual([`t-${day.callAt(padova)}`, `o-${offerOf(day, bruno)}`])
    expect(deskMediaPlan(day.desk(bruno), 0).shows).toContain(identity)
    meetSecond(day, bruno, padova)
    expect(stageOf(day).kind).toBe('admitted')
  })

  it('[SW-254] comes back within a minute by the same browser, and is gone after it', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    day.to('09:00:59')
    expect(asGuest(day, padova, maria, 'guestRenewed')).toBeNull()
    day.to('09:01:58')
    expect(planOf(day).send).toBe('live')
    day.to('09:02:00')
    expect(stageOf(day)).toEqual({ kind: 'over', why: 'guest-left' })
    expect(asGuest(day, padova, maria, 'guestRenewed')).toBe('guest-left')
    expect(totemMediaPlan(day.totem(padova), 0).mayReceive).not.toContain(identity)
  })

  it('[SW-254] whose page falls silent is gone a minute after its last word, which was "Entra"', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    expect(day.to('09:00:59').totem(padova).call?.guests).toHaveLength(1)
    expect(day.to('09:01').totem(padova).call?.guests).toEqual([])
  })

  it('[SW-255] is removed from the room when they leave or are led out, once', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    expect(asGuest(day, padova, maria, 'guestLeft')).toBeNull()
    expect(asGuest(day, padova, maria, 'guestLeft')).toBe('guest-left')
    expect(aboutGuest(day, anna, maria, 'guestAdmitted')).toBe('guest-not-at-door')
    expect(asGuest(day, padova, maria, 'guestArrived')).toBe('guest-left')
    expect(day.facts.filter(({ type }) => type === 'guestOver')).toHaveLength(1)
  })

  it('[SW-250] [SW-254] a link that was taken back says so, also after others have been', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    expect(guestsAtDesk(day)).toMatchObject([{ until: at('09:10') }])
    aboutGuest(day, anna, maria, 'guestDismissed')
    expect(guestsAtDesk(day)).toEqual([])
    for (let n = 0; n < 10; n++) {
      aboutGuest(day, anna, guestId(`guest-${n}`), 'guestInvited')
      aboutGuest(day, anna, guestId(`guest-${n}`), 'guestDismissed')
    }
    aboutGuest(day, anna, ugo, 'guestInvited')
    expect(asGuest(day, padova, maria, 'guestArrived')).toBe('invite-expired')
    // No more than a dozen are remembered.
    for (let n = 10; n < 20; n++) {
      aboutGuest(day, anna, guestId(`guest-${n}`), 'guestInvited')
      aboutGuest(day, anna, guestId(`guest-${n}`), 'guestDismissed')
    }
    expect(asGuest(day, padova, maria, 'guestArrived')).toBe('invite-unknown')
    expect([...day.board.calls.values()][0]?.guests.length).toBeLessThanOrEqual(13)
  })

  it('[SW-252] is told when they are turned away', () => {
    const day = inCall()
    aboutGuest(day, anna, maria, 'guestInvited')
    asGuest(day, padova, maria, 'guestArrived')
    aboutGuest(day, anna, maria, 'guestDismissed')
    expect(stageOf(day)).toEqual({ kind: 'over', why: 'guest-refused' })
    expect(asGuest(day, padova, maria, 'guestArrived')).toBe('guest-refused')
  })

  it('[SW-256] is gone with the call, and so is an unused link', () => {
    const day = inCall()
    letIn(day, anna, padova, maria)
    aboutGuest(day, anna, ugo, 'guestInvited')
    day.hangUpAtDesk(anna)
    expect(stageOf(day)).toEqual({ kind: 'over', why: 'call-over' })
    expect(planOf(day).room).toBeNull()
    expect(asGuest(day, padova, ugo, 'guestArrived')).toBe('call-over')
    expect(day.facts.filter(({ type }) => type === 'guestOver')).toHaveLength(2)
    day.to('09:05:05')
    expect(day.board.calls.size).toBe(0)
    expect(asGuest(day, padova, maria, 'guestRenewed')).toBe('call-over')
  })
})
