import fs from 'node:fs'
import path from 'node:path'
import { Advice } from './advice.mjs'
import { makeFolder } from './home.ts'
import { claimantOf, claimOf } from './process-claim.ts'

/**
 * Claims `home` for this process: two starts on one folder would fight over its database. The claim of a
 * process that is gone, or whose number another program got since, counts for nothing.
 */
export function takeHome(home: string): void {
  const file = path.join(makeFolder(home), 'running')
  const pid = claimantOf(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')
  if (pid !== null && pid !== process.pid) {
    throw new Advice(
      `Pronto already runs on ${home} (process ${pid}): end it, or set PRONTO_HOME to another folder.`,
    )
  }
  fs.writeFileSync(file, claimOf(process.pid))
}
