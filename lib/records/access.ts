import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import type { Operator } from './payload-types.ts'
import type { Role } from './roles.ts'

/** The body that a record's `body` field holds, whether or not it was read along. */
export const idOf = (relation: string | { id: string }): string =>
  typeof relation === 'string' ? relation : relation.id

/** The account behind a request. A closed account is nobody, whatever session it still has. */
export function activeStaff(req: Pick<PayloadRequest, 'user'>): Operator | null {
  return req.user?.isActive ? req.user : null
}

/** Records of the account's own body, for these roles; nobody else sees that there are any. */
export const ownBody =
  (...roles: readonly Role[]): Access =>
  ({ req }) => {
    const staff = activeStaff(req)
    if (!staff || !roles.includes(staff.role)) return false
    return { body: { equals: idOf(staff.body) } } satisfies Where
  }

/** May these roles create such a record? Its body is set to their own by `bodyField`. */
export const mayCreate =
  (...roles: readonly Role[]): Access =>
  ({ req }) => {
    const staff = activeStaff(req)
    return staff !== null && roles.includes(staff.role)
  }

/** A single field that only these roles may write. */
export const fieldFor =
  (...roles: readonly Role[]): FieldAccess =>
  ({ req }) => {
    const staff = activeStaff(req)
    return staff !== null && roles.includes(staff.role)
  }

/** Nobody: done by the setup command or by the system itself. */
export const nobody: Access = () => false

/** Any open account may look around the administration; what it sees there is up to each collection. */
export const anyActiveStaff = ({ req }: { req: PayloadRequest }): boolean => activeStaff(req) !== null

/** Earlier versions of such records. */
const ownBodyVersions =
  (...roles: readonly Role[]): Access =>
  ({ req }) => {
    const staff = activeStaff(req)
    if (!staff || !roles.includes(staff.role)) return false
    return { 'version.body': { equals: idOf(staff.body) } } satisfies Where
  }

const WRITES: readonly Role[] = ['editor', 'administrator']

/** Content of a body: all its staff read it, editors write it. */
export const contentAccess = {
  read: ownBody('operator', 'supervisor', 'editor', 'technician', 'administrator'),
  create: mayCreate(...WRITES),
  update: ownBody(...WRITES),
  delete: ownBody(...WRITES),
}

const SEE_DRAFTS: readonly Role[] = ['supervisor', 'editor', 'administrator']

/** Whoever has nothing to do with what is to be published sees what is. */
const publishedOrDraft: Access = (asked) => {
  const staff = activeStaff(asked.req)
  if (!staff || SEE_DRAFTS.includes(staff.role)) return contentAccess.read(asked)
  return {
    and: [{ body: { equals: idOf(staff.body) } }, { _status: { equals: 'published' } }],
  } satisfies Where
}

/** The same with drafts, which like earlier versions are no business of an operator's. */
export const draftedContentAccess = {
  ...contentAccess,
  read: publishedOrDraft,
  readVersions: ownBodyVersions(...SEE_DRAFTS),
}
