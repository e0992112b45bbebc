import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'
import { ROLES } from '../roles.ts'
import { SAMPLE_ACCOUNTS } from './body.ts'

const accountsFile = z.object({
  password: z.string().min(12),
  accounts: z.array(z.object({ email: z.string(), role: z.enum(ROLES) })),
})

/** The sample accounts as people and tests read them. */
export type SampleAccountsFile = z.infer<typeof accountsFile>

const pathIn = (home: string): string => path.join(home, 'sample-accounts.json')

/** The file of an earlier start; null: none, or not one that can be used. */
export async function readAccountsFile(home: string): Promise<SampleAccountsFile | null> {
  try {
    return accountsFile.parse(JSON.parse(await fs.readFile(pathIn(home), 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return null
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** A new random password, kept where only this user can read it. Whole or not at all: a killed start leaves no half file. */
export async function writeAccountsFile(home: string): Promise<SampleAccountsFile> {
  const content: SampleAccountsFile = {
    password: randomBytes(12).toString('base64url'),
    accounts: SAMPLE_ACCOUNTS.map(({ email, role }) => ({ email, role })),
  }
  await fs.mkdir(home, { recursive: true })
  const temporary = `${pathIn(home)}.${process.pid}`
  await fs.writeFile(temporary, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await fs.rename(temporary, pathIn(home))
  return content
}
