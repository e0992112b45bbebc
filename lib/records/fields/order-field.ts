import type { NumberField } from 'payload'

/** Where it stands among its like on the totem: the least comes first. */
export const orderField: NumberField = {
  name: 'order',
  label: 'Ordine sul totem',
  type: 'number',
  required: true,
  defaultValue: 100,
  admin: { position: 'sidebar' },
}
