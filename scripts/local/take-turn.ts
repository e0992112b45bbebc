import fs from 'node:fs'
import { claimFile } from './process-claim.ts'

/**
 * Waits until nobody else has `file`, and has it: it then says which process does.
 * @returns lets go
 */
export async function takeTurn(file: string): Promise<() => void> {
  while (claimFile(file) !== null) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  return () => fs.rmSync(file, { force: true })
}

const POLL_MS = 200
