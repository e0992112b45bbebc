import type { TextField } from 'payload'

/**
 * What an operator can handle, as free words: every town divides its work differently. Lower case and
 * trimmed, so that "Anagrafe" at the service and "anagrafe " at the operator are the same skill.
 */
export const skillsField = (name: string, label: string, description: string): TextField => ({
  name,
  label,
  type: 'text',
  hasMany: true,
  admin: { description },
  hooks: {
    beforeValidate: [({ value }) => (Array.isArray(value) ? [...new Set(value.map(tidied))] : value)],
  },
})

const tidied = (skill: unknown): string => String(skill).trim().toLowerCase()
