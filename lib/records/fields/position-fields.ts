import type { NumberField } from 'payload'

/** Where it stands, for the plan that is drawn of offices and totems; without both, it is on none. */
export const positionFields: NumberField[] = [
  {
    name: 'latitude',
    label: 'Latitudine',
    type: 'number',
    min: -90,
    max: 90,
    admin: { step: 0.0001, description: 'In gradi, per esempio 44,6462.' },
  },
  {
    name: 'longitude',
    label: 'Longitudine',
    type: 'number',
    min: -180,
    max: 180,
    admin: { step: 0.0001, description: 'In gradi, per esempio 10,9256.' },
  },
]
