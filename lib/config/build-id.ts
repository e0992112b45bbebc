import { readFileSync } from 'node:fs'
import path from 'node:path'
import { oncePerProcess } from './once-per-process.ts'

/** Which build this server runs: a page of another one has files that may be gone. Server only. */
export const buildId = (): string =>
  oncePerProcess('build-id', () => {
    try {
      return readFileSync(path.join(process.cwd(), '.next/BUILD_ID'), 'utf8').trim()
    } catch {
      return 'development'
    }
  })
