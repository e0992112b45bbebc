import type { TextField } from 'payload'

/** A short name for addresses; unique within its body. */
export const slugField = (description: string): TextField => ({
  name: 'slug',
  label: 'Nome breve',
  type: 'text',
  required: true,
  index: true,
  maxLength: 60,
  validate: (value: unknown) =>
    (typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= 60) ||
    'Solo lettere minuscole, cifre e trattini',
  admin: { description, position: 'sidebar' },
})
