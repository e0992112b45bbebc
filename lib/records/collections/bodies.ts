import type { Access, CollectionConfig, Where } from 'payload'
import { activeStaff, idOf, nobody } from '../access.ts'
import { dayOfYear, exceptionFields } from '../fields/hours-field.ts'
import { overflowField } from '../fields/overflow-field.ts'
import { rulesField } from '../fields/rules-field.ts'
import { projectChange } from '../projection.ts'
import { refuseStaleForm } from '../refuse-stale-form.ts'
import type { Role } from '../roles.ts'

/** A body (ente): owns everything else. Made by the setup command, changed by its administrator. */
export const bodies: CollectionConfig = {
  slug: 'bodies',
  labels: { singular: 'Ente', plural: 'Ente' },
  lockDocuments: false,
  admin: { useAsTitle: 'name', group: 'Impostazioni', defaultColumns: ['name', 'phone'] },
  access: {
    read: itself('operator', 'supervisor', 'editor', 'technician', 'administrator'),
    create: nobody,
    update: itself('administrator'),
    delete: nobody,
  },
  hooks: { beforeValidate: [refuseStaleForm], afterChange: [projectChange] },
  fields: [
    { name: 'name', label: 'Nome', type: 'text', required: true },
    {
      name: 'phone',
      label: 'Telefono',
      type: 'text',
      required: true,
      admin: { description: 'Sul totem ovunque non si possa chiamare in video.' },
    },
    { name: 'website', label: 'Sito', type: 'text' },
    {
      name: 'dataProtectionOfficer',
      label: 'Recapiti del responsabile della protezione dei dati (RPD)',
      type: 'text',
      admin: {
        description:
          'Per l’informativa sulla videochiamata: un indirizzo, un’e-mail, un telefono. Se manca, l’informativa lo dice.',
      },
    },
    {
      name: 'isSample',
      label: 'Dati di esempio',
      type: 'checkbox',
      defaultValue: false,
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, description: 'Ogni schermo dice che sono dati di esempio.' },
    },
    {
      name: 'listeningAllowed',
      label: 'Ascolto dei supervisori',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        description:
          'Un supervisore può ascoltare una chiamata in corso. Cittadino e operatore ne vedono sempre il nome.',
      },
    },
    {
      name: 'closures',
      label: 'Chiusure di tutto l’ente',
      labels: { singular: 'Chiusura', plural: 'Chiusure' },
      type: 'array',
      admin: {
        description: 'Valgono per ogni ufficio, servizio e totem che ha degli orari e non ne è esentato.',
      },
      fields: exceptionFields(),
    },
    {
      name: 'localHolidays',
      label: 'Feste dell’ente',
      labels: { singular: 'Festa', plural: 'Feste' },
      type: 'array',
      admin: {
        description:
          'Il patrono e altri giorni festivi solo qui, ogni anno. Le feste nazionali ci sono già, Pasquetta compresa.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            dayOfYear('day', 'Giorno'),
            {
              name: 'name',
              label: 'Nome',
              type: 'text',
              required: true,
              admin: { placeholder: 'San Geminiano' },
            },
          ],
        },
      ],
    },
    overflowField('Per ogni servizio che non ha passi suoi.'),
    rulesField,
  ],
}

/** The account's own body, for these roles. */
function itself(...roles: readonly Role[]): Access {
  return ({ req }) => {
    const staff = activeStaff(req)
    if (!staff || !roles.includes(staff.role)) return false
    return { id: { equals: idOf(staff.body) } } satisfies Where
  }
}
