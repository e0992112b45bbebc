import type { Needs, Overflow } from './board.ts'
import type { OfficeId, ServiceSlug } from './ids.ts'
import type { OperatorSettings, ServiceSettings, Settings } from './settings.ts'

/** What one call asks of whoever answers. Every call on the board is one. */
export interface Demand {
  service: ServiceSlug
  needs: Needs
  wait: { overflow: Overflow }
}

/** What a call that has not been placed yet would ask. */
export const demandOf = (service: ServiceSlug, needs: Needs, overflow = NOTHING_CHANGED): Demand => ({
  service,
  needs,
  wait: { overflow },
})

export const NOTHING_CHANGED: Overflow = {
  steps: 0,
  dropped: [],
  alsoAs: [],
  alsoOf: [],
  callbackOffered: false,
}

/** The same for demands that ask the same. */
export function demandKey(demand: Demand): string {
  const known = keys.get(demand)
  if (known !== undefined) return known
  const { service, needs, wait } = demand
  const key = JSON.stringify([
    service,
    needs.skills,
    needs.mode,
    needs.language,
    wait.overflow.dropped,
    wait.overflow.alsoAs,
    wait.overflow.alsoOf,
  ])
  keys.set(demand, key)
  return key
}

/** Every transition asks it of every waiting call, and a call never changes: it is replaced. */
const keys = new WeakMap<Demand, string>()

/** One thing that an operator has or has not. */
export type Requirement =
  | { kind: 'skill'; skill: string; minLevel: number }
  | { kind: 'language'; language: string }
  | { kind: 'office'; officeId: OfficeId }

/** [SW-101] A requirement that is dropped once the call has waited `afterMs`. */
export interface Wish {
  wants: Requirement
  afterMs: number
}

/** [SW-12] Any one of these lists, whole, makes an operator fit: the service's own, or one that overflow added. */
export function requirementsOf(settings: Settings, { service, needs, wait }: Demand): Requirement[][] {
  const { alsoAs, alsoOf, dropped } = wait.overflow
  const own = needs.skills.map((skill): Requirement => ({ kind: 'skill', skill, minLevel: 1 }))
  const withOwn = (list: readonly Requirement[], asked: ServiceSettings | undefined): Requirement[] => {
    const speaks: Requirement[] =
      needs.language !== null && asked?.languageRelaxAfterMs === null
        ? [{ kind: 'language', language: needs.language }]
        : []
    return [...own, ...list, ...speaks].filter((one) => one.kind !== 'skill' || !dropped.includes(one.skill))
  }
  const ofServices = [service, ...alsoAs].flatMap((slug) => {
    const asked = settings.services.get(slug)
    // What overflow names and nobody has published is no way around the service's own needs.
    if (!asked && slug !== service) return []
    const list = (asked?.skillNeeds ?? [])
      .filter(({ relaxAfterMs }) => relaxAfterMs === null)
      .map(({ skill, minLevel }): Requirement => ({ kind: 'skill', skill, minLevel }))
    return [withOwn(list, asked)]
  })
  // Whoever works in the office that was named knows its matters, whatever words their account has for them.
  const ofOffices = alsoOf.map((id) =>
    withOwn([{ kind: 'office', officeId: id }], settings.services.get(service)),
  )
  return [...ofServices, ...ofOffices]
}

/**
 * [SW-101] [SW-102] What a call wishes for, in the order in which it counts: skills of the service, the
 * visitor's way of talking (whoever can has the skill of that name), their language.
 */
export function wishesOf(settings: Settings, { service, needs, wait }: Demand): Wish[] {
  const { skillNeeds = [], languageRelaxAfterMs = null } = settings.services.get(service) ?? {}
  const list: Wish[] = []
  for (const { skill, minLevel, relaxAfterMs } of skillNeeds) {
    if (relaxAfterMs !== null) list.push({ wants: { kind: 'skill', skill, minLevel }, afterMs: relaxAfterMs })
  }
  if (needs.mode !== 'spoken') {
    const wants: Requirement = { kind: 'skill', skill: needs.mode, minLevel: 1 }
    list.push({ wants, afterMs: settings.rules.skillsRelaxAfterMs })
  }
  if (needs.language !== null && languageRelaxAfterMs !== null)
    list.push({ wants: { kind: 'language', language: needs.language }, afterMs: languageRelaxAfterMs })
  return list.filter(({ wants }) => wants.kind !== 'skill' || !wait.overflow.dropped.includes(wants.skill))
}

/** [SW-12] Has everything that the call requires, as far as overflow has left it. Wishes exclude nobody here. */
export const meetsAll = (settings: Settings, operator: OperatorSettings, demand: Demand): boolean =>
  meetsAnyOf(operator, requirementsOf(settings, demand))

/** Has everything of one of these lists. */
export const meetsAnyOf = (operator: OperatorSettings, lists: readonly (readonly Requirement[])[]): boolean =>
  lists.some((required) => required.every((one) => meets(operator, one)))

/** [SW-100] A language without a country suits every country: `it` and `it-CH` are one. */
export function meets(operator: OperatorSettings, requirement: Requirement): boolean {
  switch (requirement.kind) {
    case 'skill':
      return operator.skills.some((s) => s.skill === requirement.skill && s.level >= requirement.minLevel)
    case 'language':
      return operator.languages.some((spoken) => primary(spoken) === primary(requirement.language))
    case 'office':
      return operator.officeId === requirement.officeId
  }
}

const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0]
