import type { Call } from './board.ts'
import type { TotemId } from './ids.ts'

/** The call's visitor stands at this totem. One who left a number there does not any more. */
export const isAtTotem = (call: Call, id: TotemId): boolean => call.totemId === id && call.callback === null
