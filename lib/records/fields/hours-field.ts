import type { DateFieldValidation, Field, GroupField, TextFieldSingleValidation } from 'payload'
import { dayAt } from '../../content/rome-time.ts'

const DAYS = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica']

/** What an editor fills in: weekly hours within seasons, and dated exceptions. Read by `hoursUnder`. */
export const hoursField = (condition?: (siblings: Record<string, unknown>) => boolean): GroupField => ({
  name: 'hours',
  label: 'Orari',
  type: 'group',
  admin: condition ? { condition: (_, siblings) => condition(siblings) } : {},
  fields: [
    {
      name: 'kind',
      label: 'Apertura',
      type: 'select',
      required: true,
      defaultValue: 'unknown',
      options: [
        { value: 'rules', label: 'Secondo gli orari qui sotto' },
        { value: 'always', label: 'Sempre aperto' },
        { value: 'unknown', label: 'Orari da verificare' },
      ],
      admin: {
        description:
          'Con orari da verificare si può chiamare quando qualcuno è in servizio; nessun orario inventato.',
      },
    },
    seasonsField,
    opensOnHolidaysField,
    exceptionsField,
  ],
})

const time = (name: string, label: string): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  validate: matches(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Scrivi un orario come 09:00'),
  admin: { placeholder: '09:00', width: '25%' },
})

export const dayOfYear = (name: string, label: string, defaultValue?: string): Field => ({
  name,
  label,
  type: 'text',
  required: true,
  ...(defaultValue !== undefined && { defaultValue }),
  validate: matches(/^(?:0[1-9]|[12]\d|3[01])\/(?:0[1-9]|1[0-2])$/, 'Scrivi giorno e mese come 01/09'),
  admin: { placeholder: '01/09', width: '25%' },
})

const closesLater: TextFieldSingleValidation = (closes, { siblingData }) => {
  if (!/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(closes ?? '')) return 'Scrivi un orario come 13:00'
  const opens = 'opens' in siblingData && typeof siblingData.opens === 'string' ? siblingData.opens : ''
  return opens < (closes ?? '') || 'La chiusura deve venire dopo l’apertura'
}

const intervalFields = (): Field[] => [
  time('opens', 'Apre'),
  {
    name: 'closes',
    label: 'Chiude',
    type: 'text',
    required: true,
    validate: closesLater,
    admin: { placeholder: '13:00', width: '25%' },
  },
]

const onlyWithRules = (_: unknown, siblings: Record<string, unknown>) => siblings.kind === 'rules'

const seasonsField: Field = {
  name: 'seasons',
  label: 'Periodi dell’anno',
  labels: { singular: 'Periodo', plural: 'Periodi' },
  type: 'array',
  admin: {
    condition: onlyWithRules,
    description:
      'Un solo periodo dal 01/01 al 31/12 vale tutto l’anno. Un periodo può passare da dicembre a gennaio.',
  },
  fields: [
    {
      type: 'row',
      fields: [dayOfYear('from', 'Dal', '01/01'), dayOfYear('to', 'Al', '31/12')],
    },
    {
      name: 'weekly',
      label: 'Orari della settimana',
      labels: { singular: 'Orario', plural: 'Orari' },
      type: 'array',
      fields: [
        {
          name: 'days',
          label: 'Giorni',
          type: 'select',
          hasMany: true,
          required: true,
          options: DAYS.map((label, index) => ({ value: String(index + 1), label })),
        },
        { type: 'row', fields: intervalFields() },
      ],
    },
  ],
}

const opensOnHolidaysField: Field = {
  name: 'opensOnHolidays',
  label: 'Aperto anche nei giorni festivi',
  type: 'checkbox',
  defaultValue: false,
  admin: {
    condition: onlyWithRules,
    description:
      'Spento: chiuso nelle feste nazionali e in quelle dell’ente. Per aprire in una sola festa aggiungi un’apertura straordinaria per quel giorno.',
  },
}

/** Days in Italy, as they are read: around New Year it is easily the wrong one of two years. */
const endsAfterItBegins: DateFieldValidation = (to, { siblingData }) => {
  const last = dayOf(to)
  if (last === null) return 'Scegli l’ultimo giorno'
  const first = dayOf('from' in siblingData ? siblingData.from : null)
  return first === null || first <= last || 'Finisce prima di cominciare'
}

function dayOf(entered: unknown): string | null {
  const ms = entered instanceof Date ? entered.getTime() : Date.parse(String(entered))
  return Number.isNaN(ms) ? null : dayAt(ms)
}

/** Dated closures and special openings: of one place, or of a whole body. */
export const exceptionFields = (): Field[] => [
  {
    type: 'row',
    fields: [
      {
        name: 'from',
        label: 'Dal',
        type: 'date',
        required: true,
        admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' } },
      },
      {
        name: 'to',
        label: 'Al',
        type: 'date',
        required: true,
        validate: endsAfterItBegins,
        admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' } },
      },
    ],
  },
  { name: 'reason', label: 'Motivo', type: 'text' },
  {
    name: 'intervals',
    label: 'Orari di quei giorni',
    labels: { singular: 'Orario', plural: 'Orari' },
    type: 'array',
    admin: { description: 'Nessun orario: chiuso.' },
    fields: [{ type: 'row', fields: intervalFields() }],
  },
]

const exceptionsField: Field = {
  name: 'exceptions',
  label: 'Chiusure e aperture straordinarie',
  labels: { singular: 'Eccezione', plural: 'Eccezioni' },
  type: 'array',
  admin: { condition: onlyWithRules },
  fields: exceptionFields(),
}

function matches(pattern: RegExp, message: string): TextFieldSingleValidation {
  return (value) => pattern.test(value ?? '') || message
}
