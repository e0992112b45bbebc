import type {
  Condition,
  FieldHook,
  FilterOptionsProps,
  RelationshipField,
  RelationshipFieldSingleValidation,
  Where,
} from 'payload'
import { idOf } from '../access.ts'

/**
 * The body that owns a record. Whoever is signed in creates records of their own body only, and no
 * record ever moves to another one.
 */
export const bodyField: RelationshipField = {
  name: 'body',
  label: 'Ente',
  type: 'relationship',
  relationTo: 'bodies',
  required: true,
  index: true,
  access: { update: () => false },
  admin: { hidden: true },
  hooks: { beforeValidate: [ownBodyOf] },
}

interface SameBodyOptions {
  name: string
  label: string
  relationTo: 'offices' | 'services' | 'topics' | 'totems'
  description?: string
  required?: boolean
  condition?: Condition
  validate?: RelationshipFieldSingleValidation
}

/**
 * A reference to a record of the same body. The choice offered in the administration and the check on
 * saving are the same, so a reference can never cross bodies.
 */
export const sameBody = ({ validate, ...options }: SameBodyOptions): RelationshipField => ({
  ...relation(options),
  hasMany: false,
  ...(validate && { validate }),
})

/** Several such references, in the order that the editor gives them. */
export const listOfSameBody = (options: Omit<SameBodyOptions, 'validate'>): RelationshipField => ({
  ...relation(options),
  hasMany: true,
})

const relation = ({ name, label, relationTo, description, required, condition }: SameBodyOptions) => ({
  name,
  label,
  type: 'relationship' as const,
  relationTo,
  required: required ?? false,
  admin: { ...(description && { description }), ...(condition && { condition }) },
  filterOptions: ({ data, id, req }: FilterOptionsProps): Where => ({
    // A body's own record has no body: it is one.
    body: { equals: bodyOf(data) ?? bodyOf(req.user) ?? id },
  }),
})

function ownBodyOf({ req, value, operation }: Parameters<FieldHook>[0]): unknown {
  if (operation === 'create' && req.user) return idOf(req.user.body)
  return value
}

function bodyOf(record: unknown): string | null {
  const body = record && typeof record === 'object' && 'body' in record ? record.body : null
  if (typeof body === 'string') return body
  if (body && typeof body === 'object' && 'id' in body && typeof body.id === 'string') return body.id
  return null
}
