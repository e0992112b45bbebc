import type { Field } from 'payload'

/** Where a text comes from and when somebody last checked it: old facts must show as such. */
export const reviewFields: Field[] = [
  {
    name: 'sourceUrl',
    label: 'Fonte',
    type: 'text',
    admin: {
      position: 'sidebar',
      description: 'Indirizzo della pagina o nome dell’atto da cui viene il testo.',
    },
  },
  {
    name: 'reviewedAt',
    label: 'Verificato il',
    type: 'date',
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' } },
  },
]
