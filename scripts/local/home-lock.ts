import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { makeFolder } from './home.ts'

/**
 * Claims `home` for this process: two starts on one folder would fight over its database. The claim of a
 * process that is gone, or whose number another program got since, counts for nothing.
 */
export function takeHome(home: string): void {
  const file = path.join(makeFolder(home), 'running')
  const holder = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const pid = Number.parseInt(holder, 10)
  if (Number.isInteger(pid) && pid !== process.pid && holder === claimOf(pid)) {
    throw new Advice(
      `Pronto already runs on ${home} (process ${pid}): end it, or set PRONTO_HOME to another folder.`,
    )
  }
  fs.writeFileSync(file, claimOf(process.pid))
}

/** A process by its number and the time it started, in the kernel's ticks since boot. */
function claimOf(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? '' : `${pid} ${fields[18]}`
  } catch {
    return ''
  }
}
