import type {
  Access,
  CollectionBeforeValidateHook,
  CollectionConfig,
  FieldAccess,
  TextFieldSingleValidation,
  Where,
} from 'payload'
import { APIError, ValidationError } from 'payload'
import { activeStaff, anyActiveStaff, fieldFor, idOf, mayCreate } from '../access.ts'
import { bodyField, sameBody } from '../fields/body-field.ts'
import { levelField } from '../fields/skill-levels.ts'
import { skillField, skillsField } from '../fields/skills-field.ts'
import { projectChange, projectDelete } from '../projection.ts'
import { readAccountsUnderLock, signOutUnderLock } from '../read-under-lock.ts'
import { refuseStaleForm } from '../refuse-stale-form.ts'
import { ROLE_LABELS, ROLES } from '../roles.ts'
import { endWithinADay, SESSION_SECONDS } from '../session-life.ts'

const byAdministrator = fieldFor('administrator')
const onlyAdministrator = { create: byAdministrator, update: byAdministrator }
/** Of the account in use an administrator changes neither: someone must be left to sign in. */
const ofOthers: FieldAccess = async (asked) =>
  asked.id !== asked.req.user?.id && (await byAdministrator(asked))
const onlyAnotherAdministrator = { create: byAdministrator, update: ofOthers }

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
    beforeOperation: [readAccountsUnderLock],
    beforeValidate: [refuseStaleForm, longPasswordsOnly],
    beforeChange: [({ data }) => (data.isActive === false ? { ...data, sessions: [] } : data)],
    refresh: [endWithinADay],
    afterLogout: [signOutUnderLock],
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
      access: onlyAnotherAdministrator,
      options: ROLES.map((value) => ({ value, label: ROLE_LABELS[value] })),
    },
    {
      name: 'isActive',
      label: 'Account aperto',
      type: 'checkbox',
      defaultValue: true,
      access: onlyAnotherAdministrator,
      admin: { description: 'Chiuso: non entra più e non riceve chiamate.' },
    },
    { ...sameBody({ name: 'office', label: 'Ufficio', relationTo: 'offices' }), access: onlyAdministrator },
    {
      ...skillsField('skills', 'Competenze', 'Le chiamate che sa seguire, con le parole usate nei servizi.'),
      access: onlyAdministrator,
    },
    {
      name: 'skillLevels',
      label: 'Livelli di competenza',
      labels: { singular: 'Livello', plural: 'Livelli' },
      type: 'array',
      maxRows: 50,
      access: onlyAdministrator,
      admin: { description: 'Solo dove non è 3, quello normale: per i servizi che chiedono un livello.' },
      fields: [
        {
          type: 'row',
          fields: [skillField('skill', 'Competenza', oneOfTheirs), levelField('level', 'Livello', '3')],
        },
      ],
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

/** A level says how well somebody can do what they can do. */
function oneOfTheirs(value: unknown, { data }: Parameters<TextFieldSingleValidation>[1]): true | string {
  const skills: unknown = 'skills' in data ? data.skills : []
  return (Array.isArray(skills) && skills.includes(value)) || 'Non è tra le competenze indicate qui sopra'
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
