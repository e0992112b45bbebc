import type { Access, CollectionBeforeValidateHook, CollectionConfig, Where } from 'payload'
import { APIError, ValidationError } from 'payload'
import { activeStaff, anyActiveStaff, fieldFor, idOf, mayCreate } from '../access.ts'
import { bodyField, sameBody } from '../fields/body-field.ts'
import { skillsField } from '../fields/skills-field.ts'
import { projectChange, projectDelete } from '../projection.ts'
import { ROLE_LABELS, ROLES } from '../roles.ts'

/** How long a sign-in lasts: one working day, so that nobody is signed out in the middle of a call. */
const SESSION_SECONDS = 12 * 3600

const onlyAdministrator = { create: fieldFor('administrator'), update: fieldFor('administrator') }

/**
 * Staff accounts. Whoever has one sees it and changes its password; the administrator does the rest.
 * Failed sign-ins are counted by `lib/identity/sign-in-limits.ts`, which also covers addresses that
 * have no account; Payload's own counter would tell which ones do.
 */
export const operators: CollectionConfig = {
  slug: 'operators',
  labels: { singular: 'Operatore', plural: 'Operatori' },
  lockDocuments: false,
  admin: {
    useAsTitle: 'displayName',
    group: 'Impostazioni',
    defaultColumns: ['displayName', 'email', 'role', 'isActive'],
  },
  auth: {
    tokenExpiration: SESSION_SECONDS,
    maxLoginAttempts: 0,
    // The cookie is HttpOnly: no answer hands what it holds to a script.
    removeTokenFromResponses: true,
    // Every request of a desk looks its account up: reading body and office along took six times as long.
    depth: 0,
    cookies: { sameSite: 'Lax', secure: process.env.APP_URL?.startsWith('https:') ?? false },
  },
  access: {
    admin: anyActiveStaff,
    read: everyoneOrSelf('supervisor', 'administrator'),
    create: mayCreate('administrator'),
    update: everyoneOrSelf('administrator'),
    delete: everyoneButSelf,
    unlock: () => false,
  },
  hooks: {
    beforeLogin: [
      ({ user }) => {
        if (!user.isActive) throw new APIError('Account closed', 401)
      },
    ],
    beforeValidate: [longPasswordsOnly],
    beforeChange: [({ data }) => (data.isActive === false ? { ...data, sessions: [] } : data)],
    afterChange: [projectChange],
    afterDelete: [projectDelete],
  },
  fields: [
    bodyField,
    {
      name: 'email',
      label: 'E-mail',
      type: 'email',
      required: true,
      unique: true,
      access: onlyAdministrator,
    },
    {
      name: 'displayName',
      label: 'Nome mostrato',
      type: 'text',
      required: true,
      access: onlyAdministrator,
      admin: { description: 'Quello che legge il cittadino: il nome di battesimo, mai il cognome.' },
    },
    {
      name: 'role',
      label: 'Ruolo',
      type: 'select',
      required: true,
      saveToJWT: true,
      access: onlyAdministrator,
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
    },
    {
      name: 'isActive',
      label: 'Account aperto',
      type: 'checkbox',
      defaultValue: true,
      access: onlyAdministrator,
      admin: { description: 'Chiuso: non entra più e non riceve chiamate.' },
    },
    { ...sameBody({ name: 'office', label: 'Ufficio', relationTo: 'offices' }), access: onlyAdministrator },
    {
      ...skillsField('skills', 'Competenze', 'Le chiamate che sa seguire, con le parole usate nei servizi.'),
      access: onlyAdministrator,
    },
    {
      name: 'languages',
      label: 'Lingue',
      type: 'select',
      hasMany: true,
      defaultValue: ['it'],
      access: onlyAdministrator,
      options: [
        { value: 'it', label: 'Italiano' },
        { value: 'en', label: 'Inglese' },
        { value: 'fr', label: 'Francese' },
        { value: 'de', label: 'Tedesco' },
        { value: 'es', label: 'Spagnolo' },
        { value: 'ro', label: 'Rumeno' },
        { value: 'ar', label: 'Arabo' },
        { value: 'uk', label: 'Ucraino' },
        { value: 'sq', label: 'Albanese' },
        { value: 'zh', label: 'Cinese' },
      ],
    },
  ],
}

/** Length is what counts: no rules about signs, which people answer with a sticker on the screen. */
const MIN_PASSWORD_LENGTH = 12

function longPasswordsOnly({ data, req }: Parameters<CollectionBeforeValidateHook>[0]) {
  const password: unknown = data?.password
  if (typeof password === 'string' && password.length < MIN_PASSWORD_LENGTH) {
    const message = `La password deve avere almeno ${MIN_PASSWORD_LENGTH} caratteri`
    throw new ValidationError({ collection: 'operators', errors: [{ message, path: 'password' }], req })
  }
  return data
}

/** Every account of the body for these roles, one's own for the rest. */
function everyoneOrSelf(...roles: readonly (typeof ROLES)[number][]): Access {
  return ({ req }) => {
    const staff = activeStaff(req)
    if (!staff) return false
    if (!roles.includes(staff.role)) return { id: { equals: staff.id } } satisfies Where
    return { body: { equals: idOf(staff.body) } } satisfies Where
  }
}

/** An administrator removes others, never the account they are using: someone must be left to sign in. */
function everyoneButSelf({ req }: Parameters<Access>[0]): ReturnType<Access> {
  const staff = activeStaff(req)
  if (staff?.role !== 'administrator') return false
  return { and: [{ body: { equals: idOf(staff.body) } }, { id: { not_equals: staff.id } }] } satisfies Where
}
