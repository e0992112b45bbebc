import { isNativeError } from 'node:util/types'
import type pino from 'pino'
import { log } from './log.ts'

/**
 * What is thrown while a page is made Next prints as it is, with all that the database's driver says of the query
 * that failed. From now on an error is not printed but logged, which knows what to leave out.
 */
export function logPrintedErrors(theLog: () => pino.Logger = log): void {
  const print = console.error.bind(console)
  console.error = (...said: unknown[]) => {
    const errors = said.filter((part) => isNativeError(part))
    if (errors.length === 0) print(...said)
    for (const err of errors) theLog().error(err)
  }
}
