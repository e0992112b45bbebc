import type { Payload } from 'payload'
import { outliveLostConnections } from '../storage/outlive-lost-connections.ts'

/** Does for Payload's pool what `createPool` does for ours. */
export function surviveRestarts(payload: Payload): void {
  outliveLostConnections(payload.db.pool)
}
