import type { EventEmitter } from 'node:events'
import { giveUpOnSilence } from '../storage/give-up-on-silence.ts'
import { outliveLostConnections } from '../storage/outlive-lost-connections.ts'

/** Does for Payload's pool what `createPool` does for ours. */
export function surviveOutages(pool: EventEmitter, silenceMs: number | null): void {
  outliveLostConnections(pool)
  if (silenceMs !== null) giveUpOnSilence(pool, silenceMs)
}
