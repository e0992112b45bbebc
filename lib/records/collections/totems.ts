import type { CollectionConfig } from 'payload'
import { mayCreate, ownBody } from '../access.ts'
import { attendantPinEndpoints } from '../attendant-pin-endpoints.ts'
import { enrolmentCodeEndpoint } from '../enrolment-code-endpoint.ts'
import { bodyField, listOfSameBody, sameBody } from '../fields/body-field.ts'
import { hardwareField } from '../fields/hardware-field.ts'
import { hoursField } from '../fields/hours-field.ts'
import { positionFields } from '../fields/position-fields.ts'
import { slugField } from '../fields/slug-field.ts'
import { projectChange, projectDelete } from '../projection.ts'

/** A device that visitors call from. */
export const totems: CollectionConfig = {
  slug: 'totems',
  labels: { singular: 'Totem', plural: 'Totem' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'name',
    group: 'Dispositivi',
    defaultColumns: ['name', 'slug', 'address', 'inService'],
  },
  access: {
    read: ownBody('operator', 'supervisor', 'editor', 'technician', 'administrator'),
    create: mayCreate('technician', 'administrator'),
    update: ownBody('technician', 'administrator'),
    delete: ownBody('technician', 'administrator'),
  },
  // One browser may hold the cookies of several totems, told apart by slug.
  indexes: [{ fields: ['slug'], unique: true }],
  endpoints: [enrolmentCodeEndpoint, ...attendantPinEndpoints],
  hooks: { afterChange: [projectChange], afterDelete: [projectDelete] },
  fields: [
    bodyField,
    {
      ...slugField('Nell’indirizzo del totem e nella sua registrazione: non cambia più.'),
      access: { update: () => false },
    },
    {
      name: 'name',
      label: 'Nome',
      type: 'text',
      required: true,
      admin: { description: 'Come lo leggono cittadini e operatori, per esempio “Totem di via Padova 149”.' },
    },
    { name: 'address', label: 'Indirizzo', type: 'text' },
    ...positionFields,
    { name: 'placeNotes', label: 'Note sul posto', type: 'textarea', localized: true },
    {
      name: 'inService',
      label: 'In funzione',
      type: 'checkbox',
      defaultValue: true,
      admin: {
        description: 'Spento: niente videochiamata, ma le pagine si leggono e il telefono resta in vista.',
      },
    },
    {
      name: 'hasPrinter',
      label: 'Ha una stampante',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Il browser del totem deve stampare senza chiedere (--kiosk-printing).' },
    },
    sameBody({ name: 'office', label: 'Ufficio che lo ospita', relationTo: 'offices' }),
    listOfSameBody({
      name: 'nearby',
      label: 'Totem vicini',
      relationTo: 'totems',
      description:
        'Dal più vicino: quando da qui non si può chiamare, il primo aperto è proposto al cittadino. Nessuno: il primo aperto in ordine di nome.',
    }),
    hardwareField,
    hoursField(),
    {
      name: 'attendantPin',
      type: 'ui',
      admin: { components: { Field: '/app/(payload)/admin/attendant-pin.tsx#AttendantPin' } },
    },
    {
      name: 'enrolmentCode',
      type: 'ui',
      admin: { components: { Field: '/app/(payload)/admin/enrolment-code.tsx#EnrolmentCode' } },
    },
  ],
}
