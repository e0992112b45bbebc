import * as z from 'zod'
import type { BodyId } from '../switchboard/ids.ts'
import { tidied } from './fields/skills-field.ts'
import { registers } from './registers.ts'
import { gapWords, requiredBy, skillGaps } from './skill-gaps.ts'

const skill = z.string().max(200).transform(tidied)
/** Of a row that is still being filled in, what is not there yet is empty. */
const Need = z.object({
  skill: skill.nullish(),
  minLevel: z.enum(['1', '2', '3', '4', '5']).nullish(),
  demand: z.enum(['required', 'wished']).nullish(),
})

/** What a service asks for, as it stands in the form: it becomes what would be saved. */
export const AskedSkills = z.object({
  requiredSkills: z
    .array(skill)
    .max(100)
    .transform((skills) => [...new Set(skills)]),
  skillNeeds: z
    .array(Need)
    .max(100)
    .transform((needs) =>
      needs.flatMap(({ skill, minLevel, demand }) =>
        skill && demand ? [{ skill, minLevel: minLevel ?? ('1' as const), demand }] : [],
      ),
    ),
})

/**
 * What nobody of the body who answers calls can do of it, in words. Null: nothing to say. Whoever edits services may
 * not see accounts, and is told of none here.
 */
export async function skillWarning(
  bodyId: BodyId,
  asked: z.output<typeof AskedSkills>,
): Promise<string | null> {
  const payload = await registers()
  const { docs } = await payload.find({
    collection: 'operators',
    where: { and: [{ body: { equals: bodyId } }, { role: { equals: 'operator' } }] },
    select: { role: true, isActive: true, skills: true, skillLevels: true },
    pagination: false,
    depth: 0,
  })
  return gapWords(skillGaps(asked, docs), requiredBy(asked).length)
}
