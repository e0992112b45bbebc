import path from 'node:path'
import { Advice } from './advice.mjs'
import { makeFolder } from './home.ts'
import { claimFile } from './process-claim.ts'

/** Claims `home` for this process: two starts on one folder would fight over its database. */
export function takeHome(home: string): void {
  const pid = claimFile(path.join(makeFolder(home), 'running'))
  if (pid !== null && pid !== process.pid) {
    throw new Advice(
      `Pronto already runs on ${home} (process ${pid}): end it, or set PRONTO_HOME to another folder.`,
    )
  }
}
