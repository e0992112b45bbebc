import { closedPeriods } from '../../content/closed-periods.ts'
import { type Hours, openingAt } from '../../content/hours.ts'
import type { SettingsReader } from '../../storage/board-reader.ts'
import { type BodyId, bodyId, officeId, operatorId, serviceSlug, totemId } from '../ids.ts'
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
  /** A reading that began before a publish may end after another has brought the new document. */
  const replaced = new Map<BodyId, Kept>()
  return {
    versionOf: (id) => kept.get(id)?.version ?? null,
    rulesOf: (id) => kept.get(id)?.settings.rules ?? null,
    read(id, version, document, now) {
      const latest = kept.get(id)
      const isOlder = document === null && latest?.version !== version
      const shelf = isOlder ? replaced : kept
      const before = shelf.get(id)
      // Overtaken twice: the newest will do, and under its version the board is still due.
      if (isOlder && latest && before?.version !== version) return latest.settings
      const hour = Math.floor(now / HOUR_MS)
      if (before?.version === version && before.hour === hour) return before.settings
      const parsed = before?.version === version ? before.document : settingsDocumentSchema.parse(document)
      const settings = settingsOf(parsed, hour * HOUR_MS)
      if (!isOlder && latest && latest.version !== version) replaced.set(id, latest)
      shelf.set(id, { version, document: parsed, hour, settings })
      return settings
    },
  }
}

/**
 * Far enough that whoever finds a place closed for a summer month or over Christmas is told when it opens;
 * a day more covers the hour that this is kept for.
 */
const DAYS_AHEAD = 40
const HOUR_MS = 3_600_000

function settingsOf(document: SettingsDocument, fromMs: number): Settings {
  const untilMs = fromMs + DAYS_AHEAD * 24 * HOUR_MS
  const openingOf = createOpenings(fromMs, untilMs)
  const exempt = new Set(
    document.services.filter(({ ignoresClosures }) => ignoresClosures).map(({ slug }) => serviceSlug(slug)),
  )
  return {
    bodyId: bodyId(document.bodyId),
    bodyName: document.bodyName,
    phone: document.phone,
    listeningAllowed: document.listeningAllowed,
    rules: document.rules,
    operators: new Map(
      document.operators.map(({ skillLevels, ...operator }) => {
        const id = operatorId(operator.id)
        const office = operator.officeId === null ? null : officeId(operator.officeId)
        const skills = operator.skills.map((skill) => ({ skill, level: skillLevels[skill] ?? LEVEL_UNSAID }))
        return [id, { ...operator, id, officeId: office, skills }]
      }),
    ),
    offices: new Map(
      document.offices.map(({ id, name }) => {
        const office = officeId(id)
        return [office, { id: office, name }]
      }),
    ),
    services: new Map(
      document.services.map((service) => {
        const slug = serviceSlug(service.slug)
        return [slug, serviceSettings(document, service, openingOf(service.hours))]
      }),
    ),
    totems: new Map(
      document.totems.map(({ hours, nearby, ...totem }) => {
        const id = totemId(totem.id)
        return [id, { ...totem, id, nearby: nearby.map(totemId), opening: openingOf(hours) }]
      }),
    ),
    closures: closedPeriods(document.closures, fromMs, untilMs).map((period) => ({ ...period, exempt })),
  }
}

/** Many services keep the hours of one office: those become instants once. */
function createOpenings(fromMs: number, untilMs: number): (hours: Hours) => Opening {
  const known = new Map<string, Opening>()
  return (hours) => {
    const key = JSON.stringify(hours)
    const opening = known.get(key) ?? openingAt(hours, fromMs, untilMs)
    known.set(key, opening)
    return opening
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
