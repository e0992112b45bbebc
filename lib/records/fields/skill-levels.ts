import type { SelectField } from 'payload'

/** How well somebody can; `3` where nobody has said [SW-100]. */
const LEVELS = [
  { value: '1', label: '1 – alle prime armi' },
  { value: '2', label: '2 – di base' },
  { value: '3', label: '3 – normale' },
  { value: '4', label: '4 – buono' },
  { value: '5', label: '5 – esperto' },
]

/** A level of skill, from 1 to 5. */
export const levelField = (name: string, label: string, defaultValue: '1' | '3'): SelectField => ({
  name,
  label,
  type: 'select',
  required: true,
  defaultValue,
  options: LEVELS,
})
