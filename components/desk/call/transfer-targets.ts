import type { HandOverTargets } from '@/lib/switchboard/hand-over-targets.ts'
import type { OperatorId } from '@/lib/switchboard/ids.ts'
import type { TransferTarget } from '@/lib/switchboard/transfer.ts'

/** One line of the list that an operator chooses from. */
export interface TargetLine {
  /** Unique in the list. */
  key: string
  name: string
  /** The office of a colleague; empty otherwise. */
  detail: string
  group: 'colleagues' | 'offices' | 'services'
  /** How many are there; a colleague is free, busy or away instead. */
  presence: { kind: 'free' | 'busy' | 'away' } | { kind: 'on_duty'; count: number }
  to: TransferTarget
  /** The call may be sent there now. */
  canSend: boolean
  /** Whom one may ask first. Null: nobody there, or not now. */
  ask: OperatorId | null
}

/** Everybody and everything that a call could go to, those who can be reached first. */
export function targetLines({ colleagues, offices, services }: HandOverTargets): TargetLine[] {
  const people = colleagues.map(
    ({ id, displayName, officeName, state, isAble }): TargetLine => ({
      key: `operator ${id}`,
      name: displayName,
      detail: officeName,
      group: 'colleagues',
      presence: { kind: state },
      to: { kind: 'operator', operatorId: id },
      canSend: isAble && state !== 'away',
      ask: state === 'free' ? id : null,
    }),
  )
  const places = offices.map(
    ({ id, name, onDuty }): TargetLine => ({
      key: `office ${id}`,
      name,
      detail: '',
      group: 'offices',
      presence: { kind: 'on_duty', count: onDuty },
      to: { kind: 'office', officeId: id },
      canSend: onDuty > 0,
      ask: null,
    }),
  )
  const topics = services.map(
    ({ slug, title, onDuty }): TargetLine => ({
      key: `service ${slug}`,
      name: title,
      detail: '',
      group: 'services',
      presence: { kind: 'on_duty', count: onDuty },
      to: { kind: 'service', service: slug },
      canSend: onDuty > 0,
      ask: null,
    }),
  )
  return [people, places, topics].flatMap((lines) =>
    lines.toSorted((a, b) => reach(a) - reach(b) || a.name.localeCompare(b.name, 'it')),
  )
}

const reach = ({ ask, canSend }: TargetLine): number => (ask ? 0 : canSend ? 1 : 2)

/** Those whose name or office has every word of `wanted`, whatever its accents and case. */
export function linesMatching(lines: readonly TargetLine[], wanted: string): TargetLine[] {
  const words = plain(wanted)
    .split(/\s+/)
    .filter((word) => word !== '')
  return lines.filter(({ name, detail }) => {
    const text = plain(`${name} ${detail}`)
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
