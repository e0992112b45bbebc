import type { Condition, FieldHook, TextField, TextFieldSingleValidation } from 'payload'

/**
 * What an operator can handle, as free words: every town divides its work differently. Lower case and
 * trimmed, so that "Anagrafe" at the service and "anagrafe " at the operator are the same skill.
 */
export const skillsField = (
  name: string,
  label: string,
  description: string,
  condition?: Condition,
): TextField => ({
  name,
  label,
  type: 'text',
  hasMany: true,
  admin: { description, ...(condition && { condition }) },
  hooks: {
    beforeValidate: [({ value }) => (Array.isArray(value) ? tidyAll(value) : value)],
  },
})

/** One of them. */
export const skillField = (
  name: string,
  label: string,
  validate: TextFieldSingleValidation = isSomething,
): TextField => ({
  name,
  label,
  type: 'text',
  required: true,
  validate,
  hooks: { beforeValidate: [tidyOne] },
})

function isSomething(value: unknown): true | string {
  return (typeof value === 'string' && value !== '') || 'Scrivi una competenza'
}

/** Each once; what is blank is no skill. */
const tidyAll = (skills: readonly unknown[]): string[] =>
  [...new Set(skills.map(tidied))].filter((skill) => skill !== '')

function tidyOne({ value }: Parameters<FieldHook>[0]): unknown {
  return typeof value === 'string' ? tidied(value) : value
}

/** As it is kept. */
export const tidied = (skill: unknown): string => String(skill).trim().toLowerCase()
