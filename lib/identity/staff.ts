import { createLocalReq, executeAuthStrategies, type Payload } from 'payload'
import { NotAllowed, NotSignedIn } from '../http/refusals.ts'
import { activeStaff, idOf } from '../records/access.ts'
import { registers } from '../records/registers.ts'
import type { Role } from '../records/roles.ts'
import { isDatabaseAway } from '../storage/is-database-away.ts'
import { type BodyId, bodyId, type OperatorId, operatorId } from '../switchboard/ids.ts'

/** The account behind a request, as far as anybody needs to know it. */
export interface Staff {
  id: OperatorId
  bodyId: BodyId
  role: Role
  displayName: string
}

/**
 * Whose session these headers carry; null: nobody's, or one of a closed account. For server pages:
 * `staffFromHeaders(await headers())`.
 * @throws what kept the database from answering: a busy moment is no reason to sign anybody out
 */
export async function staffFromHeaders(headers: Headers): Promise<Staff | null> {
  const { payload, failure } = watchLookUps(await registers())
  const req = await createLocalReq({}, payload)
  const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload, req })
  if (!user && failure()) throw failure()
  const account = user?.collection === 'operators' ? activeStaff({ user }) : null
  return (
    account && {
      id: operatorId(account.id),
      bodyId: bodyId(idOf(account.body)),
      role: account.role,
      displayName: account.displayName,
    }
  )
}

/**
 * Payload takes a session that could not be looked up for nobody's, and keeps the reason to itself. It also reads
 * the whole account, although every beat of a desk asks no more than whose session this is.
 */
function watchLookUps(payload: Payload): { payload: Payload; failure: () => unknown } {
  let failure: unknown
  const watched = new Proxy(payload, {
    get(target, name) {
      if (name !== 'findByID') return Reflect.get(target, name)
      return async (asked: Parameters<Payload['findByID']>[0]) => {
        try {
          return await target.findByID({ ...asked, select: ASKED_OF_ACCOUNT })
        } catch (error) {
          if (isDatabaseAway(error)) failure = error
          throw error
        }
      }
    },
  })
  return { payload: watched, failure: () => failure }
}

/** What a session is compared with, and what `Staff` says. */
const ASKED_OF_ACCOUNT = {
  sessions: true,
  body: true,
  role: true,
  displayName: true,
  isActive: true,
} as const

/** The staff behind a request, if their role is one of these. @throws NotSignedIn, NotAllowed */
export async function requireStaff(request: Request, roles: readonly Role[]): Promise<Staff> {
  const staff = await staffFromHeaders(request.headers)
  if (!staff) throw new NotSignedIn('no staff session')
  if (!roles.includes(staff.role)) throw new NotAllowed(`${staff.role} is none of ${roles.join(', ')}`)
  return staff
}

/** The operator behind a request. @throws NotSignedIn, NotAllowed */
export async function requireOperator(
  request: Request,
): Promise<{ operatorId: OperatorId; bodyId: BodyId; displayName: string }> {
  const { id, bodyId, displayName } = await requireStaff(request, ['operator'])
  return { operatorId: id, bodyId, displayName }
}

/** The supervisor behind a request. @throws NotSignedIn, NotAllowed */
export async function requireSupervisor(
  request: Request,
): Promise<{ supervisorId: OperatorId; bodyId: BodyId; displayName: string }> {
  const { id, bodyId, displayName } = await requireStaff(request, ['supervisor'])
  return { supervisorId: id, bodyId, displayName }
}

/**
 * The supervisor behind a request about an operator, if both are of one body. That there is such an
 * operator elsewhere is not theirs to know.
 * @throws NotSignedIn, NotAllowed
 */
export async function requireSupervisorOf(
  request: Request,
  operator: OperatorId,
): Promise<{ supervisorId: OperatorId; bodyId: BodyId }> {
  const { supervisorId, bodyId } = await requireSupervisor(request)
  const payload = await registers()
  const { totalDocs } = await payload.count({
    collection: 'operators',
    where: { and: [{ id: { equals: operator } }, { body: { equals: bodyId } }] },
  })
  if (totalDocs === 0) throw new NotAllowed('an operator of another body, or of none')
  return { supervisorId, bodyId }
}

/**
 * Whether these headers, which were an operator's once, still are: the session goes on, the account is
 * open, and it is still an operator's. True also while the database is away and nobody can tell.
 */
export const isStillOperator = (headers: Headers): Promise<boolean> => isStillStaff(headers, 'operator')

/** The same for another role. */
export async function isStillStaff(headers: Headers, role: Role): Promise<boolean> {
  try {
    return (await staffFromHeaders(headers))?.role === role
  } catch {
    return true
  }
}
