import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { claimantOf, claimOf } from './process-claim.ts'

/**
 * Waits until nobody else has `file`, and has it: it then says which process does. Whoever is gone, or whose number
 * another program got since, has nothing: in a container the next start often gets the very same number.
 * @returns lets go
 */
export async function takeTurn(file: string): Promise<() => void> {
  for (;;) {
    if (claim(file)) return () => fs.rmSync(file, { force: true })
    const holder = read(file)
    if (holder !== null && claimantOf(holder) === null) fs.rmSync(file, { force: true })
    else if (holder !== null) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

const POLL_MS = 200

/** The file appears whole or not at all: one that is killed in between leaves none that nobody stands for. */
function claim(file: string): boolean {
  const draft = `${file}.${randomUUID()}`
  fs.writeFileSync(draft, claimOf(process.pid))
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  } finally {
    fs.rmSync(draft, { force: true })
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

/** Null: whoever had it has just let go. */
function read(file: string): string | null {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    if (fs.existsSync(file)) throw error
    return null
  }
}
