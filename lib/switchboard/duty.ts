import type { Board, Operator } from './board.ts'
import type { Draft } from './draft.ts'

/**
 * [SW-180] Notes who began or ended being on duty in this transition: available, with a live desk and
 * checked devices, whatever they are doing. Times of duty are measured between the two, so that no measure
 * has to repeat the rules of presence. Closing an account shows here once its desk is gone.
 */
export function noteDuty(before: Board, draft: Draft): void {
  for (const operator of draft.operators.values()) {
    const was = before.operators.get(operator.id)
    if (was === operator) continue
    const isOn = isOnDuty(operator)
    if (isOn === (was !== undefined && isOnDuty(was))) continue
    draft.facts.push({ type: isOn ? 'dutyBegan' : 'dutyEnded', operatorId: operator.id })
  }
}

const isOnDuty = ({ intent, desk, devices }: Operator): boolean =>
  intent === 'available' && desk.presence === 'here' && devices.kind === 'checked'
