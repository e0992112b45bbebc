import type { Field, GroupField, NumberFieldSingleValidation } from 'payload'
import { defaultOf, RULE_GROUPS, type RuleField, ruleValue, UNIT_LABELS } from '../rule-fields.ts'

const ALL = RULE_GROUPS.flatMap(({ fields }) => fields)

/** The times and limits of a body's switchboard, in groups; each empty one has its default. */
export const rulesField: GroupField = {
  name: 'rules',
  label: 'Centralino',
  type: 'group',
  admin: { description: 'Un campo vuoto vale quanto il valore predefinito.' },
  fields: RULE_GROUPS.map(({ label, fields }, index): Field => {
    return { type: 'collapsible', label, admin: { initCollapsed: index > 1 }, fields: fields.map(ruleField) }
  }),
}

function ruleField(field: RuleField): Field {
  const { name, label, unit, min, max, hint } = field
  const normally = `Di solito ${defaultOf(field)}.`
  return {
    name,
    label: `${label}${UNIT_LABELS[unit]}`,
    type: 'number',
    defaultValue: defaultOf(field),
    min,
    max,
    validate: withinBounds(field),
    admin: { description: hint ? `${hint} ${normally}` : normally },
  }
}

function withinBounds(field: RuleField): NumberFieldSingleValidation {
  return (value, { siblingData }) => {
    const { min, max } = field
    if (value === null || value === undefined) return true
    if (!Number.isInteger(value) || value < min || value > max) {
      return `Scrivi un numero intero da ${min} a ${max}`
    }
    const other = ALL.find(({ name }) => name === field.above)
    const below = other ? numberAt(siblingData, other.name) : null
    if (other && below !== null && ruleValue(field, value) <= ruleValue(other, below)) {
      return `Deve durare più di: ${other.label.toLowerCase()}`
    }
    return true
  }
}

function numberAt(data: object, name: string): number | null {
  const value: unknown = new Map<string, unknown>(Object.entries(data)).get(name)
  return typeof value === 'number' ? value : null
}
