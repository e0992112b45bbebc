import type { CollectionConfig, Field } from 'payload'
import { mayCreate, ownBody, ownBodyVersions } from '../access.ts'
import { bodyField, sameBody } from '../fields/body-field.ts'
import { hoursField } from '../fields/hours-field.ts'
import { reviewFields } from '../fields/review-fields.ts'
import { skillsField } from '../fields/skills-field.ts'
import { slugField } from '../fields/slug-field.ts'
import { projectChange, projectDelete } from '../projection.ts'

/** A service sheet, and what an operator must know to be rung about it. Routing sees published ones only. */
export const services: CollectionConfig = {
  slug: 'services',
  labels: { singular: 'Servizio', plural: 'Servizi' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'title',
    group: 'Contenuti',
    defaultColumns: ['title', 'slug', '_status', 'reviewedAt'],
  },
  access: {
    read: ownBody('operator', 'supervisor', 'editor', 'technician', 'administrator'),
    readVersions: ownBodyVersions('supervisor', 'editor', 'administrator'),
    create: mayCreate('editor', 'administrator'),
    update: ownBody('editor', 'administrator'),
    delete: ownBody('editor', 'administrator'),
  },
  versions: { drafts: true, maxPerDoc: 50 },
  defaultSort: 'order',
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: { afterChange: [projectChange], afterDelete: [projectDelete] },
  fields: [
    bodyField,
    slugField('Negli indirizzi; unico nell’ente. “urp” è il servizio generico.'),
    { name: 'title', label: 'Titolo', type: 'text', required: true, localized: true },
    prose('summary', 'In breve'),
    sameBody({ name: 'topic', label: 'Argomento', relationTo: 'topics' }),
    prose('whoCanAsk', 'Chi può chiederlo'),
    {
      name: 'whatToBring',
      label: 'Cosa serve',
      labels: { singular: 'Documento', plural: 'Documenti' },
      type: 'array',
      localized: true,
      fields: [{ name: 'item', label: 'Documento', type: 'text', required: true }],
    },
    prose('howTo', 'Come si fa'),
    prose('cost', 'Quanto costa'),
    prose('time', 'Tempi'),
    prose('where', 'Dove'),
    sameBody({ name: 'office', label: 'Ufficio', relationTo: 'offices' }),
    {
      name: 'callable',
      label: 'Si può chiamare dal totem',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      label: 'Ordine sul totem',
      type: 'number',
      required: true,
      defaultValue: 100,
      admin: { position: 'sidebar' },
    },
    skillsField(
      'requiredSkills',
      'Competenze di chi risponde',
      'Tutte quelle indicate. Nessuna: risponde chiunque.',
    ),
    {
      name: 'hoursSource',
      label: 'Quando si può chiamare',
      type: 'select',
      required: true,
      defaultValue: 'office',
      options: [
        { value: 'office', label: 'Negli orari dell’ufficio' },
        { value: 'own', label: 'In orari propri' },
      ],
    },
    hoursField((siblings) => siblings.hoursSource === 'own'),
    ...reviewFields,
  ],
}

function prose(name: string, label: string): Field {
  return { name, label, type: 'textarea', localized: true }
}
