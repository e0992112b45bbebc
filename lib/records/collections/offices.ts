import type { CollectionConfig } from 'payload'
import { contentAccess } from '../access.ts'
import { bodyField } from '../fields/body-field.ts'
import { hoursField } from '../fields/hours-field.ts'
import { positionFields } from '../fields/position-fields.ts'
import { reviewFields } from '../fields/review-fields.ts'
import { slugField } from '../fields/slug-field.ts'
import { italianFirst } from '../italian-first.ts'
import { projectChange, projectDelete } from '../projection.ts'

/** An office: where people go, when, and whom they phone. */
export const offices: CollectionConfig = {
  slug: 'offices',
  labels: { singular: 'Ufficio', plural: 'Uffici' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'name',
    group: 'Contenuti',
    defaultColumns: ['name', 'address', 'phone', 'reviewedAt'],
  },
  access: contentAccess,
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { beforeValidate: [italianFirst], afterChange: [projectChange], afterDelete: [projectDelete] },
  fields: [
    bodyField,
    slugField('Negli indirizzi; unico nell’ente.'),
    { name: 'name', label: 'Nome', type: 'text', required: true, localized: true },
    {
      name: 'shortName',
      label: 'Nome breve per gli schermi',
      type: 'text',
      required: true,
      admin: { description: 'Accanto al nome di chi risponde, per esempio “URP”.' },
    },
    { name: 'address', label: 'Indirizzo', type: 'text' },
    ...positionFields,
    { name: 'phone', label: 'Telefono', type: 'text' },
    { name: 'email', label: 'E-mail', type: 'email' },
    { name: 'notes', label: 'Note', type: 'textarea', localized: true },
    {
      name: 'ignoresClosures',
      label: 'Aperto anche quando l’ente è chiuso',
      type: 'checkbox',
      defaultValue: false,
    },
    hoursField(),
    ...reviewFields,
  ],
}
