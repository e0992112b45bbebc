import { DEFAULT_RULES } from '../switchboard/settings.ts'
import type { WrittenSettings } from '../switchboard/shell/settings-document.ts'
import { idOf } from './access.ts'
import type { Body, Service } from './payload-types.ts'

type WrittenService = WrittenSettings['services'][number]
type Step = NonNullable<WrittenSettings['overflow']>[number]

/** Skills that a service asks for at a level or for a while, as the switchboard reads them. */
export const skillNeeds = ({ skillNeeds: entered }: Service): NonNullable<WrittenService['skillNeeds']> =>
  (entered ?? []).map(({ skill, minLevel, demand, relaxAfterSeconds }) => ({
    skill,
    minLevel: Number(minLevel),
    relaxAfterMs: demand === 'required' ? null : msOf(relaxAfterSeconds),
  }))

/** How long the visitor's language counts. Nothing where the body decides. */
export function languageRule(service: Service): Pick<WrittenService, 'languageRelaxAfterMs'> {
  switch (service.languageRule) {
    case 'required':
      return { languageRelaxAfterMs: null }
    case 'own':
      return { languageRelaxAfterMs: msOf(service.languageRelaxSeconds) }
    default:
      return {}
  }
}

/** A time that was left empty is the usual one. */
const msOf = (seconds: number | null | undefined): number =>
  typeof seconds === 'number' ? seconds * 1000 : DEFAULT_RULES.skillsRelaxAfterMs

/**
 * The steps of a call that nobody answers. One that names a record which has gone since, or is no longer
 * published, asks nobody and is left out.
 * @param slugOf of a published service; undefined: it is not published
 */
export function overflowSteps(
  entered: Body['overflow'],
  slugOf: (serviceId: string) => string | undefined,
): Step[] {
  return (entered ?? []).map((step) => stepOf(step, slugOf)).filter((step) => step !== null)
}

type EnteredStep = NonNullable<Body['overflow']>[number]

function stepOf(
  { action, afterSeconds, office, service, dropSkills }: EnteredStep,
  slugOf: (serviceId: string) => string | undefined,
): Step | null {
  const afterMs = afterSeconds * 1000
  switch (action) {
    case 'ask_office':
      return office ? { do: action, afterMs, officeId: idOf(office) } : null
    case 'ask': {
      const slug = service && slugOf(idOf(service))
      return slug ? { do: action, afterMs, service: slug } : null
    }
    case 'widen':
      return { do: action, afterMs, dropSkills: dropSkills ?? [] }
    case 'offer_callback':
    case 'end':
      return { do: action, afterMs }
  }
}
