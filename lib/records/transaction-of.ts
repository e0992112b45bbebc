import type { Payload, PayloadRequest } from 'payload'

export type Database = Pick<Payload['db']['drizzle'], 'execute'>

/** The database as the transaction of a request sees it. @throws outside of one */
export async function transactionOf(
  { sessions }: Pick<Payload['db'], 'sessions'>,
  transactionID: PayloadRequest['transactionID'],
): Promise<Database> {
  const id = await transactionID
  const transaction = id === undefined || id === null ? undefined : sessions?.[id]?.db
  if (!isDatabase(transaction)) throw new Error('a register changed outside of a transaction')
  return transaction
}

/** Payload keeps its transactions untyped. */
const isDatabase = (value: unknown): value is Database =>
  typeof value === 'object' && value !== null && 'execute' in value && typeof value.execute === 'function'
