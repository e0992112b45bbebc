import { randomUUID } from 'node:crypto'
import fs from 'node:fs'

/** A process by its number and the time it started, in the kernel's ticks since boot. Empty: there is none. */
export function claimOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? '' : `${pid} ${fields[18]}`
  } catch {
    return ''
  }
}

/**
 * Claims `file` for this process; of several at once one has it. Whoever is gone, or whose number another program got
 * since, has nothing: in a container the next start often gets the very same number.
 * @returns null: it is ours from now on; else the number of the process that has it, which may be this one
 */
export function claimFile(file: string): number | null {
  for (;;) {
    if (appeared(file)) return null
    const holder = read(file)
    if (holder === null) continue
    const pid = claimantOf(holder)
    if (pid !== null) return pid
    // Two that find the same claim without a claimant must not both replace it, nor one what the other has put there.
    const right = `${file}.after-${holder.replaceAll(/\W/g, '-')}`
    if (claimFile(right) !== null) continue
    try {
      if (read(file) === holder) return replaced(file)
    } finally {
      fs.rmSync(right, { force: true })
    }
  }
}

/** The number of the process that made this claim; null: it is gone, or another program has got its number since. */
function claimantOf(claim: string): number | null {
  const pid = Number.parseInt(claim, 10)
  return Number.isInteger(pid) && claim === claimOf(pid) ? pid : null
}

/** The file appears whole or not at all: one that is killed in between leaves none that nobody stands for. */
function appeared(file: string): boolean {
  const draft = draftOf(file)
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

function replaced(file: string): null {
  fs.renameSync(draftOf(file), file)
  return null
}

function draftOf(file: string): string {
  const draft = `${file}.${randomUUID()}`
  fs.writeFileSync(draft, claimOf(process.pid))
  return draft
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
