import { sql } from 'drizzle-orm'
import type { CollectionAfterLogoutHook, CollectionBeforeOperationHook, PayloadRequest } from 'payload'
import { transactionOf } from './transaction-of.ts'

/**
 * Payload reads a whole account, works on it and writes the whole of it back, its sessions, its password and whether
 * it is open among it. Whoever is to write one therefore waits for whoever has read it to write.
 */
export const readAccountsUnderLock: CollectionBeforeOperationHook<'operators'> = async ({
  args,
  operation,
  req,
}) => {
  if (operation === 'refresh') return lockAccounts(req, ownOf(req))
  if (operation !== 'update') return
  if ('id' in args && typeof args.id === 'string') return lockAccounts(req, [args.id])
  if (!('where' in args) || !args.where) return
  const { docs } = await req.payload.find({
    collection: 'operators',
    where: args.where,
    overrideAccess: args.overrideAccess ?? true,
    select: {},
    depth: 0,
    pagination: false,
    req,
  })
  await lockAccounts(
    req,
    docs.map(({ id }) => id),
  )
}

/** The same for a sign-out. Payload calls this before it reads the account. */
export const signOutUnderLock: CollectionAfterLogoutHook = ({ req }) => lockAccounts(req, ownOf(req))

const ownOf = ({ user }: PayloadRequest): string[] => (user?.collection === 'operators' ? [user.id] : [])

async function lockAccounts(req: PayloadRequest, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const transaction = await transactionOf(req.payload.db, req.transactionID)
  await transaction.execute(sql`
    select from payload.operators where id = any(${sql.param(ids)}) order by id for no key update`)
}
