import { findFirstBody } from '../records/find-body.ts'
import { theBody } from '../records/published.ts'
import { registers } from '../records/registers.ts'

/** Whose installation this is, by name; null before `npm run setup`. The oldest body, where there are several. */
export const readBodyName = async (): Promise<string | null> =>
  (await findFirstBody(await registers()))?.name ?? null

/** The name of this body. */
export const nameOfBody = async (bodyId: string): Promise<string> => (await theBody(bodyId)).name
