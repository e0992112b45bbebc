import { admissionRefusal } from './admission.ts'
import { besidesAtTotem, operatorInCall } from './besides.ts'
import type { Board, Call } from './board.ts'
import { callsAtTotem } from './calls-at-totem.ts'
import { placeClosesAt } from './closing.ts'
import { plainDemand } from './closing-soon.ts'
import { rosterNow } from './duty.ts'
import { type Forecast, type Forecasts, forecastsOfBoard } from './forecast.ts'
import { guestsIn } from './guest-view.ts'
import type { EpochMs, PageEpoch, TotemId } from './ids.ts'
import { nextSteps } from './next-steps.ts'
import { placesOn } from './places.ts'
import type { ServiceSettings } from './settings.ts'
import { rangeOf } from './shown-wait.ts'
import {
  type Callable,
  type ExpectedWait,
  roomName,
  type TotemCall,
  type TotemPhase,
  type TotemView,
  totemIdentity,
  type WaitShown,
} from './views.ts'
import { quantilesOf } from './wait-estimate.ts'

/** What the page with `epoch` of this totem may know. */
export function totemView(board: Board, totemId: TotemId, epoch: PageEpoch, now: EpochMs): TotemView {
  const settings = board.settings.totems.get(totemId)
  const isCurrent = board.totems.get(totemId)?.epoch === epoch
  const call = isCurrent ? shownCall(board, totemId, now) : undefined
  const forecasts = forecastsOfBoard(board, now)
  return {
    audience: 'totem',
    serverNow: now,
    page: isCurrent ? 'current' : 'replaced',
    epoch,
    bodyName: board.settings.bodyName,
    phone: board.settings.phone,
    totem: { id: totemId, slug: settings?.slug ?? '', name: settings?.name ?? '' },
    callable: Object.fromEntries(
      [...board.settings.services.values()].map((service) => [
        service.slug,
        callableNow(board, totemId, service, forecasts, now),
      ]),
    ),
    call: call ? totemCall(board, call, now) : null,
  }
}

/** The live call of this totem, else the newest whose farewell is not over. */
function shownCall(board: Board, totemId: TotemId, now: EpochMs): Call | undefined {
  return callsAtTotem(board, totemId)
    .filter((call) => !(call.state === 'over' && call.forgetAt <= now))
    .sort((a, b) => Number(a.state === 'over') - Number(b.state === 'over') || b.enqueuedAt - a.enqueuedAt)[0]
}

function callableNow(
  board: Board,
  totemId: TotemId,
  service: ServiceSettings,
  forecasts: Forecasts,
  now: EpochMs,
): Callable {
  const demand = plainDemand(service.slug)
  const why = admissionRefusal(board, totemId, demand, now, forecasts)
  if (why) return { kind: 'no', why, nextSteps: nextSteps(board, totemId, demand, why, now, forecasts) }
  return {
    kind: 'yes',
    closesAt: placeClosesAt(board.settings, { totemId, service: service.slug }, now),
    waiting: placesOn(board, now).calls.length,
    wait: expected(forecasts.ofNewcomer(demand)),
  }
}

/** [SW-174] A newcomer has been told nothing yet: the estimate as it is. */
function expected(forecast: Forecast): ExpectedWait {
  if (forecast.kind === 'now') return { kind: 'now' }
  if (forecast.kind === 'unknown') return { kind: 'position' }
  const { p50Ms, p90Ms } = quantilesOf(forecast.estimate)
  return { kind: 'range', ...rangeOf(p50Ms, p90Ms) }
}

function totemCall(board: Board, call: Call, now: EpochMs): TotemCall {
  return {
    id: call.id,
    service: { slug: call.service, title: board.settings.services.get(call.service)?.title ?? call.service },
    room: { name: roomName(call.id), media: call.media.kind },
    identity: totemIdentity(call.id),
    mode: call.needs.mode,
    channels: call.channels,
    enqueuedAt: call.enqueuedAt,
    guests: guestsIn(call),
    phase: phaseOf(board, call, now),
  }
}

function phaseOf(board: Board, call: Call, now: EpochMs): TotemPhase {
  const waiting = (): TotemPhase => ({
    kind: 'waiting',
    position: placesOn(board, now).of(call.id),
    again: call.attempts > 0,
    wait: waitShown(board, call, now),
    stillHere: call.wait.stillHere.kind === 'asked' ? { answerBy: call.wait.stillHere.answerBy } : null,
    callbackOffered: call.wait.overflow.callbackOffered,
  })
  switch (call.state) {
    case 'waiting':
      return waiting()
    case 'over':
      return { kind: 'over', outcome: call.outcome }
    case 'offered': {
      const offer = board.offers.get(call.offerId)
      if (!offer) return waiting()
      return {
        kind: 'ringing',
        position: placesOn(board, now).of(call.id),
        again: call.attempts > 1,
        ringing: operatorInCall(board, offer),
      }
    }
    case 'connecting':
    case 'in_call': {
      const offer = board.offers.get(call.offerId)
      if (!offer) return waiting()
      const operator = operatorInCall(board, offer)
      return call.state === 'connecting'
        ? { kind: 'connecting', operator, lost: call.lost }
        : {
            kind: 'in_call',
            operator,
            connectedAt: call.connectedAt,
            lost: call.lost,
            ...besidesAtTotem(board, call),
          }
    }
    // Whoever is called by telephone is at no totem.
    case 'dialling':
    case 'on_phone':
      return waiting()
  }
}

/** [SW-174] While nobody on duty could take the call, no time is named. */
function waitShown(board: Board, call: Call, now: EpochMs): WaitShown {
  if (!call.shown || !rosterNow(board, now).isStaffed(call)) return { kind: 'position' }
  const { fromMin, toMin, longer } = call.shown
  return { kind: 'range', fromMin, toMin, longer }
}
