import { type EpochMs, epochMs } from '@/lib/switchboard/ids.ts'
import type { NextSteps, OpenTotem } from '@/lib/switchboard/views.ts'

/**
 * The next steps in the answer to a call that was refused. By hand: no schema library reaches the totem.
 * Null: the answer has none, so the screen shows what it knows without them.
 */
export function nextStepsFrom(value: unknown): NextSteps | null {
  if (!isRecord(value) || typeof value.phone !== 'string') return null
  return {
    phone: value.phone,
    opensAt: instantFrom(value.opensAt),
    totemOpensAt: instantFrom(value.totemOpensAt),
    serviceOpensAt: instantFrom(value.serviceOpensAt),
    totem: openTotemFrom(value.totem),
    callback: value.callback === true,
  }
}

function openTotemFrom(value: unknown): OpenTotem | null {
  if (!isRecord(value) || typeof value.name !== 'string') return null
  const address = typeof value.address === 'string' ? value.address : ''
  return { name: value.name, address, closesAt: instantFrom(value.closesAt) }
}

const instantFrom = (value: unknown): EpochMs | null => (typeof value === 'number' ? epochMs(value) : null)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
