import type { CollectionConfig } from 'payload'
import { contentAccess } from '../access.ts'
import { bodyField, listOfSameBody } from '../fields/body-field.ts'
import { orderField } from '../fields/order-field.ts'
import { slugField } from '../fields/slug-field.ts'
import { italianFirst } from '../italian-first.ts'

/**
 * What has happened to somebody, such as a child or a new home, and which services it asks for: most
 * people know that, and not the name of an office.
 */
export const lifeEvents: CollectionConfig = {
  slug: 'life-events',
  labels: { singular: 'Evento della vita', plural: 'Eventi della vita' },
  lockDocuments: false,
  admin: { useAsTitle: 'title', group: 'Contenuti', defaultColumns: ['title', 'hint', 'order'] },
  access: contentAccess,
  defaultSort: 'order',
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { beforeValidate: [italianFirst] },
  fields: [
    bodyField,
    slugField('Unico nell’ente; sceglie anche il disegno accanto al titolo.'),
    {
      name: 'title',
      label: 'Titolo',
      type: 'text',
      required: true,
      localized: true,
      admin: { description: 'Come lo direbbe chi lo vive, per esempio “È nato un bambino”.' },
    },
    { name: 'hint', label: 'Che cosa c’è dentro', type: 'text', localized: true },
    {
      name: 'intro',
      label: 'Da dove cominciare',
      type: 'textarea',
      localized: true,
      admin: { description: 'Il primo passo e le scadenze, in poche frasi.' },
    },
    listOfSameBody({
      name: 'services',
      label: 'Servizi',
      relationTo: 'services',
      description: 'Nell’ordine in cui servono. Quelli non pubblicati non si vedono.',
    }),
    orderField,
  ],
}
