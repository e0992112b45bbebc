import * as z from 'zod'
import { hoursExceptionSchema, hoursSchema } from '../../content/hours-schema.ts'
import { totemHardwareSchema } from '../../content/totem-hardware-schema.ts'
import { officeId, serviceSlug } from '../ids.ts'
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

const level = z.int().min(1).max(5)
const ms = z.number().nonnegative()

const overflow = z.array(
  z.discriminatedUnion('do', [
    z.object({ do: z.literal('widen'), afterMs: ms, dropSkills: z.array(text) }),
    z.object({ do: z.literal('ask'), afterMs: ms, service: text.transform(serviceSlug) }),
    z.object({ do: z.literal('ask_office'), afterMs: ms, officeId: text.transform(officeId) }),
    z.object({ do: z.literal('offer_callback'), afterMs: ms }),
    z.object({ do: z.literal('end'), afterMs: ms }),
  ]),
)

export const settingsDocumentSchema = z.object({
  bodyId: text,
  bodyName: text,
  phone: z.string(),
  /** For the privacy notice: how its data protection officer is reached. Written only where that was entered. */
  dataProtectionOfficer: z.string().default(''),
  /** The content is made up for a demonstration, and every screen says so. */
  isSample: z.boolean(),
  /** Written only where it is on, so that older documents still say what they said. */
  listeningAllowed: z.boolean().default(false),
  rules,
  /** Of every service that has none of its own. */
  overflow: overflow.default([]),
  /** Where operators work. */
  offices: z.array(z.object({ id: text, name: text })).default([]),
  operators: z.array(
    z.object({
      id: text,
      displayName: text,
      officeName: z.string(),
      officeId: text.nullable().default(null),
      skills: z.array(z.string()),
      /** By skill; one that is not named is at `LEVEL_UNSAID`. */
      skillLevels: z.record(z.string(), level).default({}),
      languages: z.array(z.string()),
      isActive: z.boolean(),
    }),
  ),
  services: z.array(
    z.object({
      slug: text,
      title: text,
      /** Required at any level. */
      requiredSkills: z.array(z.string()),
      skillNeeds: z
        .array(z.object({ skill: text, minLevel: level.default(1), relaxAfterMs: ms.nullable() }))
        .default([]),
      /** Null: the visitor's language is required. Absent: it relaxes as every wish does. */
      languageRelaxAfterMs: ms.nullable().optional(),
      /** Absent: the body's. */
      overflow: overflow.optional(),
      hours: hoursSchema,
      /** Its office stays open when the body is closed. */
      ignoresClosures: z.boolean().default(false),
    }),
  ),
  totems: z.array(
    z.object({
      id: text,
      slug: text,
      name: text,
      address: z.string().default(''),
      /** Ids of other totems, the nearest first. */
      nearby: z.array(z.string()).default([]),
      hours: hoursSchema,
      inService: z.boolean(),
      /** For its page, which offers to print. */
      hasPrinter: z.boolean().default(false),
      /** For its page too; absent: written before there was any. */
      hardware: totemHardwareSchema.optional(),
    }),
  ),
  /** When the whole body is closed, or open at other times. */
  closures: z.array(hoursExceptionSchema).default([]),
})

function ruleNames(): (keyof Rules)[] {
  return Object.keys(DEFAULT_RULES) as (keyof Rules)[]
}
