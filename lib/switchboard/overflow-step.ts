import type { Call } from './board.ts'
import { type EpochMs, plus } from './ids.ts'
import type { OverflowStep, Settings } from './settings.ts'

/** [SW-107] The next step of overflow that a call has before it; undefined: none. */
export const nextStep = (settings: Settings, call: Call): OverflowStep | undefined =>
  call.callback ? undefined : settings.services.get(call.service)?.overflow[call.wait.overflow.steps]

/** When time alone takes the next step of a waiting call. Null: no step is left. */
export function nextStepAt(settings: Settings, call: Call): EpochMs | null {
  const step = nextStep(settings, call)
  return step ? plus(call.waitingSince, step.afterMs) : null
}
