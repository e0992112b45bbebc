import type { CollectionConfig } from 'payload'
import { draftedContentAccess } from '../access.ts'
import { bodyField, sameBody } from '../fields/body-field.ts'
import { reviewFields } from '../fields/review-fields.ts'
import { slugField } from '../fields/slug-field.ts'
import { italianFirst } from '../italian-first.ts'

/** A form of the body, explained field by field: what an operator shows while the visitor fills it in. */
export const forms: CollectionConfig = {
  slug: 'forms',
  labels: { singular: 'Modulo', plural: 'Moduli' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'title',
    group: 'Contenuti',
    defaultColumns: ['title', 'slug', '_status', 'reviewedAt'],
  },
  access: draftedContentAccess,
  versions: { drafts: true, maxPerDoc: 50 },
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { beforeValidate: [italianFirst] },
  fields: [
    bodyField,
    slugField('Unico fra i moduli dell’ente.'),
    { name: 'title', label: 'Titolo', type: 'text', required: true, localized: true },
    { name: 'summary', label: 'A che cosa serve', type: 'textarea', localized: true },
    sameBody({ name: 'service', label: 'Servizio', relationTo: 'services' }),
    {
      name: 'entries',
      label: 'Campi',
      labels: { singular: 'Campo', plural: 'Campi' },
      type: 'array',
      localized: true,
      maxRows: 100,
      admin: { description: 'Nell’ordine del modulo. L’operatore ne evidenzia uno alla volta.' },
      fields: [
        { name: 'name', label: 'Come si chiama sul modulo', type: 'text', required: true },
        { name: 'explanation', label: 'Che cosa si scrive', type: 'textarea', required: true },
        { name: 'example', label: 'Esempio', type: 'text' },
      ],
    },
    ...reviewFields,
  ],
}
