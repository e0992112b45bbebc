import type { CollectionConfig, DateFieldValidation } from 'payload'
import { draftedContentAccess } from '../access.ts'
import { bodyField } from '../fields/body-field.ts'
import { reviewFields } from '../fields/review-fields.ts'
import { slugField } from '../fields/slug-field.ts'
import { italianFirst } from '../italian-first.ts'

/** Something that people should know for a while, such as a closure. Totems show it between its two days. */
export const notices: CollectionConfig = {
  slug: 'notices',
  labels: { singular: 'Avviso', plural: 'Avvisi' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'title',
    group: 'Contenuti',
    defaultColumns: ['title', 'from', 'until', 'isImportant', '_status'],
  },
  access: draftedContentAccess,
  versions: { drafts: true, maxPerDoc: 50 },
  defaultSort: '-from',
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { beforeValidate: [italianFirst] },
  fields: [
    bodyField,
    slugField('Unico nell’ente.'),
    { name: 'title', label: 'Titolo', type: 'text', required: true, localized: true },
    {
      name: 'text',
      label: 'Testo',
      type: 'textarea',
      required: true,
      localized: true,
      admin: {
        description: 'Che cosa succede, da quando, e che cosa fare. Una riga vuota separa i paragrafi.',
      },
    },
    {
      name: 'isImportant',
      label: 'Importante',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Sta prima degli altri, con un segno.' },
    },
    day('from', 'Dal giorno', true),
    day('until', 'Fino al giorno compreso', false, endsAfterItBegins),
    ...reviewFields,
  ],
}

function endsAfterItBegins(
  value: Parameters<DateFieldValidation>[0],
  { siblingData }: Parameters<DateFieldValidation>[1],
): true | string {
  const from = 'from' in siblingData ? siblingData.from : null
  if (!value || typeof from !== 'string') return true
  return new Date(value) >= new Date(from) || 'Finisce prima di cominciare'
}

function day(name: string, label: string, required: boolean, validate?: DateFieldValidation) {
  return {
    name,
    label,
    type: 'date' as const,
    required,
    ...(validate && { validate }),
    admin: {
      position: 'sidebar' as const,
      date: { pickerAppearance: 'dayOnly' as const, displayFormat: 'd MMMM yyyy' },
    },
  }
}
