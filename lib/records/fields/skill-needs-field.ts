import type { ArrayField, Field, NumberFieldSingleValidation } from 'payload'
import { DEFAULT_RULES } from '../../switchboard/settings.ts'
import { levelField } from './skill-levels.ts'
import { skillField } from './skills-field.ts'

/** Skills that a service asks for at a level, or only for a while. */
export const skillNeedsField: ArrayField = {
  name: 'skillNeeds',
  label: 'Competenze con un livello, o solo preferite',
  labels: { singular: 'Competenza', plural: 'Competenze' },
  type: 'array',
  maxRows: 20,
  admin: {
    description:
      'Oltre a quelle qui sopra. Una competenza preferita restringe la scelta per un tempo, poi non conta più; se nessuno in servizio la ha, non fa aspettare.',
  },
  fields: [
    {
      type: 'row',
      fields: [
        skillField('skill', 'Competenza'),
        levelField('minLevel', 'Livello minimo', '1'),
        {
          name: 'demand',
          label: 'Quanto conta',
          type: 'select',
          required: true,
          defaultValue: 'wished',
          options: [
            { value: 'required', label: 'Obbligatoria' },
            { value: 'wished', label: 'Preferita' },
          ],
        },
        secondsToRelax('relaxAfterSeconds', 'Preferita per (secondi)', isWished),
      ],
    },
  ],
}

/** How long a wish lasts. */
export function secondsToRelax(
  name: string,
  label: string,
  condition: (siblings: Record<string, unknown>) => boolean,
): Field {
  return {
    name,
    label,
    type: 'number',
    defaultValue: DEFAULT_RULES.skillsRelaxAfterMs / 1000,
    min: 0,
    max: 3600,
    validate: upToAnHour,
    admin: { condition: (_, siblings) => condition(siblings) },
  }
}

/** Empty: the usual time. */
function upToAnHour(value: Parameters<NumberFieldSingleValidation>[0]): true | string {
  if (value === null || value === undefined) return true
  return (Number.isInteger(value) && value >= 0 && value <= 3600) || 'Scrivi un numero intero da 0 a 3600'
}

function isWished({ demand }: Record<string, unknown>): boolean {
  return demand !== 'required'
}
