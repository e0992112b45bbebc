import type { Operator, Service } from './payload-types.ts'

type Asking = Pick<Service, 'requiredSkills' | 'skillNeeds'>
type Account = Pick<Operator, 'role' | 'isActive' | 'skills' | 'skillLevels'>

/** Something that a service requires. */
interface RequiredSkill {
  skill: string
  /** 1: any level will do. */
  minLevel: number
}

/**
 * What a service requires that no open account has, skill by skill; all of it where each is there and nobody
 * has them together. Empty: somebody could answer. Calls would be refused until then [SW-106].
 */
export function skillGaps(service: Asking, accounts: readonly Account[]): RequiredSkill[] {
  const required = requiredBy(service)
  const operators = accounts.filter(({ role, isActive }) => role === 'operator' && isActive === true)
  if (required.length === 0) return []
  const missing = required.filter((one) => !operators.some((account) => has(account, one)))
  if (missing.length > 0) return missing
  return operators.some((account) => required.every((one) => has(account, one))) ? [] : required
}

/** In words, for whoever edits the service. Null: nothing to say. */
export function gapWords(gaps: readonly RequiredSkill[], required: number): string | null {
  if (gaps.length === 0) return null
  const list = gaps
    .map(({ skill, minLevel }) => (minLevel > 1 ? `“${skill}” al livello ${minLevel} o più` : `“${skill}”`))
    .join(', ')
  const who =
    gaps.length === required && gaps.length > 1 ? 'Nessun operatore ha insieme' : 'Nessun operatore ha'
  return `${who} ${list}: finché è così, dal totem non si può chiamare per questo servizio.`
}

/** All that a service requires, wishes left out. */
export const requiredBy = ({ requiredSkills, skillNeeds }: Asking): RequiredSkill[] => [
  ...(requiredSkills ?? []).map((skill) => ({ skill, minLevel: 1 })),
  ...(skillNeeds ?? [])
    .filter(({ demand }) => demand === 'required')
    .map(({ skill, minLevel }) => ({ skill, minLevel: Number(minLevel) })),
]

const has = ({ skills, skillLevels }: Account, { skill, minLevel }: RequiredSkill): boolean => {
  const level = skillLevels?.find((one) => one.skill === skill)?.level ?? LEVEL_UNSAID
  return (skills ?? []).includes(skill) && Number(level) >= minLevel
}

/** [SW-100] */
const LEVEL_UNSAID = 3
