import * as z from 'zod'
import { hoursSchema } from '../../content/hours-schema.ts'
import { DEFAULT_RULES, type Rules } from '../settings.ts'

/**
 * What the registers publish for routing, one document per body, stored as JSON in
 * `switchboard.settings`: `Settings` with arrays instead of maps and hours as people enter them
 * instead of instants. Whoever loads a board turns it into `Settings`.
 */
export type SettingsDocument = z.infer<typeof settingsDocumentSchema>

const text = z.string().min(1)

/** Rules that a document does not name have their default, so that a new rule needs no rewriting of stored documents. */
const rules = z
  .partialRecord(z.enum(ruleNames()), z.number().nonnegative())
  .transform((given): Rules => ({ ...DEFAULT_RULES, ...given }))

export const settingsDocumentSchema = z.object({
  bodyId: text,
  bodyName: text,
  phone: z.string(),
  /** The content is made up for a demonstration, and every screen says so. */
  isSample: z.boolean(),
  rules,
  operators: z.array(
    z.object({
      id: text,
      displayName: text,
      officeName: z.string(),
      skills: z.array(z.string()),
      languages: z.array(z.string()),
      isActive: z.boolean(),
    }),
  ),
  services: z.array(
    z.object({
      slug: text,
      title: text,
      requiredSkills: z.array(z.string()),
      hours: hoursSchema,
    }),
  ),
  totems: z.array(
    z.object({
      id: text,
      slug: text,
      name: text,
      hours: hoursSchema,
      inService: z.boolean(),
    }),
  ),
})

function ruleNames(): (keyof Rules)[] {
  return Object.keys(DEFAULT_RULES) as (keyof Rules)[]
}
