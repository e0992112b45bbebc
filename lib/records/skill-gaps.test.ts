import { expect, it } from 'vitest'
import { gapWords, requiredBy, skillGaps } from './skill-gaps.ts'

const operator = (skills: string[], level: '1' | '5' | null = null, isActive = true) => ({
  role: 'operator' as const,
  isActive,
  skills,
  skillLevels: level ? skills.map((skill) => ({ skill, level })) : [],
})
const needs = (skill: string, minLevel: '1' | '4', demand: 'required' | 'wished' = 'required') => ({
  requiredSkills: [],
  skillNeeds: [{ skill, minLevel, demand }],
})
const words = (...args: Parameters<typeof skillGaps>) =>
  gapWords(skillGaps(...args), requiredBy(args[0]).length)

it.each([
  ['asks for nothing', { requiredSkills: null, skillNeeds: null }, []],
  ['asks for what somebody has', { requiredSkills: ['tributi'] }, [operator(['tributi'])]],
  ['only wishes', needs('tributi', '4', 'wished'), [operator([])]],
  ['asks for a level that somebody has', needs('tributi', '4'), [operator(['tributi'], '5')]],
])('has no gap where the service %s', (_what, service, accounts) => {
  expect(words(service, accounts)).toBeNull()
})

it('names the skill that nobody has, of open accounts', () => {
  expect(
    words({ requiredSkills: ['tributi', 'anagrafe'] }, [
      operator(['anagrafe']),
      operator(['tributi'], null, false),
    ]),
  ).toBe('Nessun operatore ha “tributi”: finché è così, dal totem non si può chiamare per questo servizio.')
})

it('names the level that nobody reaches: unsaid is 3', () => {
  expect(words(needs('tributi', '4'), [operator(['tributi'])])).toContain('“tributi” al livello 4 o più')
})

it('says when each is there and nobody has them together', () => {
  const service = { requiredSkills: ['tributi', 'anagrafe'] }
  expect(words(service, [operator(['anagrafe']), operator(['tributi'])])).toContain(
    'Nessun operatore ha insieme “tributi”, “anagrafe”',
  )
})

it('does not count staff who answer no calls', () => {
  const supervisor = { ...operator(['tributi']), role: 'supervisor' as const }
  expect(words({ requiredSkills: ['tributi'] }, [supervisor])).toContain('“tributi”')
})
