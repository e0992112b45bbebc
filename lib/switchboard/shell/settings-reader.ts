import { openingAt } from '../../content/hours.ts'
import type { SettingsReader } from '../../storage/board-reader.ts'
import { type BodyId, bodyId, operatorId, serviceSlug, totemId } from '../ids.ts'
import type { Opening, Rules, ServiceSettings, Settings } from '../settings.ts'
import { type SettingsDocument, settingsDocumentSchema } from './settings-document.ts'

interface Kept {
  version: string
  document: SettingsDocument
  /** The hour that `settings` was worked out in. */
  hour: number
  settings: Settings
}

/** Also tells the rules of a body whose board was read before. */
export interface SettingsCache extends SettingsReader {
  rulesOf(bodyId: BodyId): Rules | null
}

/**
 * Turns stored documents into `Settings`. A document is parsed once per version, and its hours become
 * instants once an hour: both cost more than all the rest of a command.
 */
export function createSettingsCache(): SettingsCache {
  const kept = new Map<BodyId, Kept>()
  return {
    versionOf: (id) => kept.get(id)?.version ?? null,
    rulesOf: (id) => kept.get(id)?.settings.rules ?? null,
    read(id, version, document, now) {
      const before = kept.get(id)
      const hour = Math.floor(now / HOUR_MS)
      if (before?.version === version && before.hour === hour) return before.settings
      const parsed = before?.version === version ? before.document : settingsDocumentSchema.parse(document)
      const settings = settingsOf(parsed, hour * HOUR_MS)
      kept.set(id, { version, document: parsed, hour, settings })
      return settings
    },
  }
}

/** The core wants at least the 8 days from now; a day more covers the hour that this is kept for. */
const DAYS_AHEAD = 9
const HOUR_MS = 3_600_000

function settingsOf(document: SettingsDocument, fromMs: number): Settings {
  const untilMs = fromMs + DAYS_AHEAD * 24 * HOUR_MS
  return {
    bodyId: bodyId(document.bodyId),
    bodyName: document.bodyName,
    phone: document.phone,
    listeningAllowed: document.listeningAllowed,
    rules: document.rules,
    operators: new Map(
      document.operators.map(({ skillLevels, ...operator }) => {
        const id = operatorId(operator.id)
        const skills = operator.skills.map((skill) => ({ skill, level: skillLevels[skill] ?? LEVEL_UNSAID }))
        return [id, { ...operator, id, skills }]
      }),
    ),
    services: new Map(
      document.services.map((service) => {
        const slug = serviceSlug(service.slug)
        return [slug, serviceSettings(document, service, openingAt(service.hours, fromMs, untilMs))]
      }),
    ),
    totems: new Map(
      document.totems.map(({ hours, ...totem }) => {
        const id = totemId(totem.id)
        return [id, { ...totem, id, opening: openingAt(hours, fromMs, untilMs) }]
      }),
    ),
  }
}

function serviceSettings(
  { rules, overflow }: SettingsDocument,
  service: SettingsDocument['services'][number],
  opening: Opening,
): ServiceSettings {
  const required = service.requiredSkills.map((skill) => ({ skill, minLevel: 1, relaxAfterMs: null }))
  const languageMs = service.languageRelaxAfterMs
  return {
    slug: serviceSlug(service.slug),
    title: service.title,
    skillNeeds: [...required, ...service.skillNeeds],
    languageRelaxAfterMs: languageMs === undefined ? rules.skillsRelaxAfterMs : languageMs,
    overflow: service.overflow ?? overflow,
    opening,
  }
}

/** A skill whose level nobody has said is neither the best nor the least. */
const LEVEL_UNSAID = 3
