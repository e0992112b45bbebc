import * as z from 'zod'
import { hoursSchema } from '../../content/hours-schema.ts'
import { DEFAULT_RULES, type Rules } from '../settings.ts'

/**
 * What the registers publish for routing, one document per body, stored as JSON in
 * `switchboard.settings`: `Settings` with arrays instead of maps and hours as people enter them
 * instead of instants. Whoever loads a board turns it into `Settings`.
 */
export type SettingsDocument = z.output<typeof settingsDocumentSchema>

/** The same as it is written: rules that a body leaves at their default are not in it. */
export type WrittenSettings = z.input<typeof settingsDocumentSchema>

const text = z.string().min(1)

/**
 * A rule that a document does not name has its default, and one that no longer exists is left out, so
 * that instances of two versions can read each other's documents while one replaces the other.
 */
const rules = z.record(z.string(), z.number().nonnegative()).transform((given): Rules => {
  const result = { ...DEFAULT_RULES }
  for (const name of ruleNames()) result[name] = given[name] ?? DEFAULT_RULES[name]
  return result
})

export const settingsDocumentSchema = z.object({
  bodyId: text,
  bodyName: text,
  phone: z.string(),
  /** The content is made up for a demonstration, and every screen says so. */
  isSample: z.boolean(),
  /** Written only where it is on, so that older documents still say what they said. */
  listeningAllowed: z.boolean().default(false),
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
