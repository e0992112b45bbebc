import type {
  ArrayField,
  ArrayFieldValidation,
  Condition,
  Field,
  NumberFieldSingleValidation,
  RelationshipFieldSingleValidation,
} from 'payload'
import { relationship } from 'payload/shared'
import * as z from 'zod'
import { sameBody } from './body-field.ts'
import { skillsField } from './skills-field.ts'

/**
 * The steps that a call takes which nobody answers [SW-107], in order. Of one service, or of every service that
 * has none of its own.
 */
export const overflowField = (description: string, condition?: Condition): ArrayField => ({
  name: 'overflow',
  label: 'Se nessuno risponde',
  labels: { singular: 'Passo', plural: 'Passi' },
  type: 'array',
  maxRows: 10,
  validate: inOrder,
  admin: { description: `${description} ${HOW}`, ...(condition && { condition }) },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'action',
          label: 'Che cosa si fa',
          type: 'select',
          required: true,
          options: [
            { value: 'ask_office', label: 'Risponde anche un altro ufficio' },
            { value: 'ask', label: 'Risponde anche chi segue un altro servizio' },
            { value: 'widen', label: 'Si rinuncia ad alcune competenze' },
            { value: 'offer_callback', label: 'Si propone di essere richiamati' },
            { value: 'end', label: 'Si chiude, con telefono e orari' },
          ],
        },
        {
          name: 'afterSeconds',
          label: 'Dopo quanta attesa (secondi)',
          type: 'number',
          required: true,
          defaultValue: 60,
          min: 0,
          max: 7200,
          validate: upToTwoHours,
        },
      ],
    },
    target('ask_office', { name: 'office', label: 'Ufficio', relationTo: 'offices' }),
    target('ask', { name: 'service', label: 'Servizio', relationTo: 'services' }),
    skillsField(
      'dropSkills',
      'Competenze a cui si rinuncia',
      'Con le parole usate nei servizi.',
      ifAction('widen'),
    ),
  ],
})

const HOW =
  'Ogni passo si fa dopo la sua attesa, o subito quando nessuno in servizio può rispondere; la chiamata non perde il posto e chi poteva rispondere può sempre.'

function ifAction(action: string): Condition {
  return (_, siblings) => siblings.action === action
}

/** Whom a step asks. The record that has the step is not somebody else. */
function target(
  action: 'ask' | 'ask_office',
  field: { name: string; label: string; relationTo: 'offices' | 'services' },
): Field {
  const validate: RelationshipFieldSingleValidation = async (value, options) => {
    if (!value) return action === 'ask' ? 'Scegli il servizio' : 'Scegli l’ufficio'
    const valid = await relationship(value, options)
    if (valid !== true) return valid
    if (action === 'ask' && value === options.id) return 'È questo stesso servizio: scegline un altro'
    const own = Own.safeParse(options.data).data
    if (action === 'ask_office' && own?.slug !== undefined && value === own.office)
      return 'È l’ufficio di questo servizio: scegline un altro'
    return true
  }
  return sameBody({ ...field, validate, condition: ifAction(action) })
}

/** What a service's record says of its own office. */
const Own = z.object({
  slug: z.string().optional(),
  office: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]).nullish(),
})

const upToTwoHours: NumberFieldSingleValidation = (value) =>
  (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 7200) ||
  'Scrivi un numero intero da 0 a 7200'

const Steps = z.array(
  z.object({
    action: z.string().nullish(),
    afterSeconds: z.number().nullish(),
    dropSkills: z.array(z.string()).nullish(),
  }),
)

/** Steps are taken one after the other: none may be due before the one that it follows. */
const inOrder: ArrayFieldValidation = (value) => {
  const steps = Steps.safeParse(value ?? []).data ?? []
  if (steps.slice(0, -1).some(({ action }) => action === 'end'))
    return 'Dopo “Si chiude” non può esserci altro: mettilo per ultimo'
  if (steps.some(({ action, dropSkills }) => action === 'widen' && (dropSkills ?? []).length === 0))
    return 'Scrivi a quali competenze si rinuncia'
  const times = steps.map(({ afterSeconds }) => afterSeconds ?? 0)
  const isLate = times.some((time, index) => time < (times[index - 1] ?? time))
  return isLate ? 'Metti i passi in ordine di tempo: ognuno dopo quello che lo precede' : true
}
