import { Advice } from './advice.mjs'
import { freeMegabytes } from './checks.mjs'

/**
 * Says on stderr what went wrong: advice as its one line, a full disk as what it is, a fault with its stack.
 * @param {unknown} error
 * @param {string} folder whose disk may be full
 */
export function complain(error, folder) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof Advice) console.error(`pronto: ${error.message}`)
  else if (/ENOSPC|No space left/i.test(text) || freeMegabytes(folder) < 20) {
    console.error(`pronto: the disk of ${folder} is full: free some space, then start again.`)
  } else if (error instanceof Error && error.name === 'EnvError') console.error(`pronto: ${error.message}`)
  else console.error(`pronto: ${text}`)
}
