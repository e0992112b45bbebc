import type { Call } from './board.ts'
import type { Draft } from './draft.ts'
import { type EpochMs, type OfficeId, type OperatorId, plus } from './ids.ts'
import type { OperatorSettings } from './settings.ts'

/** [SW-104] Whom a call waits for before anybody else who fits: one operator, or whoever is of an office. */
export type Preference = { until: EpochMs } & ({ operatorId: OperatorId } | { officeId: OfficeId })

/** Is this operator whom the call waits for? */
export const isPreferred = (preference: Preference, operator: OperatorSettings): boolean =>
  'operatorId' in preference
    ? operator.id === preference.operatorId
    : operator.officeId === preference.officeId

/**
 * [SW-214] The operator who dialled for this visitor should have them again. Nobody waits longer than the rule
 * says for somebody who knows the matter; `from`: when the wait for them begins.
 */
export const preferHolder = ({ rules }: Draft, operatorId: OperatorId, from: EpochMs): Preference => ({
  operatorId,
  until: plus(from, rules.preferredRelaxAfterMs),
})

/** [SW-214] A callback asks for whom its call asked for, from when it is due. */
export const inherited = ({ rules }: Draft, call: Call | null, from: EpochMs): Preference | null =>
  call?.preferred ? { ...call.preferred, until: plus(from, rules.preferredRelaxAfterMs) } : null
