import type { CollectionConfig } from 'payload'
import { contentAccess } from '../access.ts'
import { bodyField } from '../fields/body-field.ts'
import { orderField } from '../fields/order-field.ts'
import { slugField } from '../fields/slug-field.ts'
import { italianFirst } from '../italian-first.ts'

/** What services are listed under on the totem's first screen. */
export const topics: CollectionConfig = {
  slug: 'topics',
  labels: { singular: 'Argomento', plural: 'Argomenti' },
  lockDocuments: false,
  admin: { useAsTitle: 'title', group: 'Contenuti', defaultColumns: ['title', 'hint', 'order'] },
  access: contentAccess,
  defaultSort: 'order',
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { beforeValidate: [italianFirst] },
  fields: [
    bodyField,
    slugField('Unico nell’ente; sceglie anche il disegno accanto al titolo.'),
    { name: 'title', label: 'Titolo', type: 'text', required: true, localized: true },
    {
      name: 'hint',
      label: 'Che cosa c’è dentro',
      type: 'text',
      localized: true,
      admin: { description: 'Poche parole, per esempio “Rinnovo, urgenze, smarrimento”.' },
    },
    orderField,
  ],
}
