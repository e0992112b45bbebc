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

/** The number of the process that made this claim; null: it is gone, or another program has got its number since. */
export function claimantOf(claim: string): number | null {
  const pid = Number.parseInt(claim, 10)
  return Number.isInteger(pid) && claim === claimOf(pid) ? pid : null
}
