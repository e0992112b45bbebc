import type { CollectionConfig, Field } from 'payload'
import { draftedContentAccess } from '../access.ts'
import { bodyField, listOfSameBody, sameBody } from '../fields/body-field.ts'
import { hoursField } from '../fields/hours-field.ts'
import { orderField } from '../fields/order-field.ts'
import { overflowField } from '../fields/overflow-field.ts'
import { reviewFields } from '../fields/review-fields.ts'
import { secondsToRelax, skillNeedsField } from '../fields/skill-needs-field.ts'
import { skillsField } from '../fields/skills-field.ts'
import { slugField } from '../fields/slug-field.ts'
import { keepGenericService } from '../generic-service.ts'
import { italianFirst } from '../italian-first.ts'
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
  access: draftedContentAccess,
  versions: { drafts: true, maxPerDoc: 50 },
  defaultSort: 'order',
  indexes: [{ fields: ['body', 'slug'], unique: true }],
  hooks: {
    beforeValidate: [italianFirst],
    afterChange: [projectChange],
    beforeDelete: [keepGenericService],
    afterDelete: [projectDelete],
  },
  fields: [
    bodyField,
    slugField('Negli indirizzi; unico nell’ente. “urp” è il servizio generico, che deve restare.'),
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
    listOfSameBody({
      name: 'related',
      label: 'Vedi anche',
      relationTo: 'services',
      description: 'Che cosa si chiede spesso insieme a questo. Quelli non pubblicati non si vedono.',
    }),
    {
      name: 'callable',
      label: 'Si può chiamare dal totem',
      type: 'checkbox',
      defaultValue: true,
      admin: { position: 'sidebar' },
    },
    orderField,
    skillsField(
      'requiredSkills',
      'Competenze di chi risponde',
      'Tutte quelle indicate. Nessuna: risponde chiunque.',
    ),
    skillNeedsField,
    {
      name: 'skillWarning',
      type: 'ui',
      admin: { components: { Field: '/app/(payload)/admin/skill-warning.tsx#SkillWarning' } },
    },
    {
      name: 'languageRule',
      label: 'Lingua del cittadino',
      type: 'select',
      defaultValue: 'body',
      options: [
        { value: 'body', label: 'Preferita, per il tempo stabilito dall’ente' },
        { value: 'own', label: 'Preferita, per un tempo di questo servizio' },
        { value: 'required', label: 'Obbligatoria' },
      ],
      admin: { description: 'Conta quando al totem si sceglie un’altra lingua.' },
    },
    secondsToRelax(
      'languageRelaxSeconds',
      'Lingua preferita per (secondi)',
      ({ languageRule }) => languageRule === 'own',
    ),
    {
      name: 'overflowSource',
      label: 'Che cosa succede se nessuno risponde',
      type: 'select',
      defaultValue: 'body',
      options: [
        { value: 'body', label: 'Quello che l’ente ha stabilito per tutti' },
        { value: 'own', label: 'I passi qui sotto' },
      ],
    },
    overflowField('Nessun passo: si attende.', (_, siblings) => siblings.overflowSource === 'own'),
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
