import type { Call, Needs, Overflow } from './board.ts'
import { type Draft, setCall } from './draft.ts'
import { fits, isOnShift } from './eligibility.ts'
import { endCall } from './engagement.ts'
import { type OperatorId, plus, type ServiceSlug } from './ids.ts'
import { type Demand, demandOf, meetsAll, NOTHING_CHANGED } from './needs.ts'
import { nextStep } from './overflow-step.ts'
import type { Roster } from './roster.ts'
import type { OverflowAction, OverflowStep, Settings } from './settings.ts'
import { lineOf } from './waiting-line.ts'

/**
 * [SW-107] [SW-108] Takes the steps that are due of every waiting call: by time, or because nobody on duty
 * could take it. What a step changes is what the call asks for, never its place.
 * ```
 *   waiting ──(afterMs passed, or nobody on duty fits)──▶ waiting, asking for less
 *      └──(the step is `end`)──▶ over: overflowed
 * ```
 */
export function overflow(draft: Draft, roster: Roster): void {
  for (;;) {
    const due = lineOf(draft, draft.now).firstStep
    if (!due || due.at > draft.now) break
    takeSteps(draft, roster, due.what)
  }
  for (const head of lineOf(draft, draft.now).heads) {
    if (!isStepDue(draft, roster, head)) continue
    for (const call of lineOf(draft, draft.now).peersOf(head)) takeSteps(draft, roster, call)
  }
}

/** Of calls that ask the same, and have the same steps before them, what holds for one holds for all. */
function isStepDue(draft: Draft, roster: Roster, call: Call): boolean {
  const step = nextStep(draft.settings, call)
  return step !== undefined && reasonFor(draft, roster, call, step) !== null
}

/** [SW-109] A call as it is placed, and as each step before the end would leave it. */
export function everyDemand(settings: Settings, service: ServiceSlug, needs: Needs): readonly Demand[] {
  const known = everyDemandOf.get(needs)
  if (known?.settings === settings && known.service === service) return known.demands
  const demands = [demandOf(service, needs)]
  let changed = NOTHING_CHANGED
  for (const step of settings.services.get(service)?.overflow ?? []) {
    if (step.do === 'end') break
    changed = after(changed, step)
    demands.push(demandOf(service, needs, changed))
  }
  everyDemandOf.set(needs, { settings, service, demands })
  return demands
}

/** Every screen asks it of every service after every command, with the same needs. */
const everyDemandOf = new WeakMap<
  Needs,
  { settings: Settings; service: ServiceSlug; demands: readonly Demand[] }
>()

/**
 * [SW-106] Some call without needs of its own could ring this operator, if not at first. An operator whom
 * none could ring would be on duty in vain. True for a body without services: there is nothing to lack yet.
 */
export function couldEverBeRung(settings: Settings, id: OperatorId): boolean {
  const operator = settings.operators.get(id)
  const services = [...settings.services.keys()]
  if (!operator || services.length === 0) return true
  return services.some((slug) =>
    everyDemand(settings, slug, NO_NEEDS).some((demand) => meetsAll(settings, operator, demand)),
  )
}

const NO_NEEDS: Needs = { skills: [], language: null, mode: 'spoken' }

function takeSteps(draft: Draft, roster: Roster, first: Call): void {
  let call = first
  for (;;) {
    const step = nextStep(draft.settings, call)
    if (!step) return
    const because = reasonFor(draft, roster, call, step)
    if (!because) return
    draft.facts.push({
      type: 'callOverflowed',
      callId: call.id,
      step: call.wait.overflow.steps + 1,
      does: step.do,
      because,
    })
    if (step.do === 'end') {
      endCall(draft, call, { kind: 'overflowed' }, 'withdrawn')
      return
    }
    call = setCall(draft, call, call, { wait: { ...call.wait, overflow: after(call.wait.overflow, step) } })
  }
}

/**
 * Nobody is sent away for want of an operator who has only gone for a moment: without one on duty, the end
 * comes at once only if nobody is on a break, silent or checking their devices either.
 */
function reasonFor(
  draft: Draft,
  roster: Roster,
  call: Call,
  step: OverflowStep,
): 'waited' | 'nobody_on_duty' | null {
  if (plus(call.waitingSince, step.afterMs) <= draft.now) return 'waited'
  if (roster.candidates(call, draft.now).size > 0) return null
  if (step.do !== 'end') return 'nobody_on_duty'
  const isAnyoneNear = [...draft.operators.values()].some(
    (operator) => isOnShift(draft, operator, draft.now) && fits(draft, operator, call),
  )
  return isAnyoneNear ? null : 'nobody_on_duty'
}

function after(before: Overflow, action: OverflowAction): Overflow {
  const next = { ...before, steps: before.steps + 1 }
  switch (action.do) {
    case 'widen':
      return { ...next, dropped: [...before.dropped, ...action.dropSkills] }
    case 'ask':
      return { ...next, alsoAs: [...before.alsoAs, action.service] }
    case 'ask_office':
      return { ...next, alsoOf: [...before.alsoOf, action.officeId] }
    case 'offer_callback':
      return { ...next, callbackOffered: true }
    case 'end':
      return next
  }
}
