import { findFirstBody } from '../records/find-body.ts'
import { registers } from '../records/registers.ts'

/** Whose installation this is, by name; null before `npm run setup`. The oldest body, where there are several. */
export const readBodyName = async (): Promise<string | null> =>
  (await findFirstBody(await registers()))?.name ?? null
