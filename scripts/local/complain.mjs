import { Advice } from './advice.mjs'
import { freeMegabytes } from './checks.mjs'

/**
 * Says on stderr what went wrong: advice as its one line, a full disk or a folder that cannot be written as what it
 * is, a fault with its stack.
 * @param {unknown} error
 * @param {string} folder whose disk may be full
 */
export function complain(error, folder) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof Advice) console.error(`pronto: ${error.message}`)
  else if (/ENOSPC|No space left/i.test(text) || freeMegabytes(folder) < 20) {
    console.error(`pronto: the disk of ${folder} is full: free some space, then start again.`)
  } else if (error instanceof Error && error.name === 'EnvError') console.error(`pronto: ${error.message}`)
  else console.error(`pronto: ${notWritable(error) ?? text}`)
}

/**
 * @param {unknown} error
 * @returns {string | null} null: it is something else
 */
function notWritable(error) {
  if (!(error instanceof Error) || !('path' in error) || !('syscall' in error) || !('code' in error))
    return null
  const [place, code, call] = [error.path, error.code, error.syscall].map(String)
  if (!/^(EACCES|EPERM|EROFS)$/.test(code ?? '') || !WRITING.test(call ?? '')) return null
  return `${place} cannot be written (${code}): start as the user whose it is, or set PRONTO_HOME to a folder of this user.`
}

const WRITING =
  /^(mkdir|mkdtemp|open|write|link|symlink|rename|unlink|rm|rmdir|chmod|chown|copyfile|ftruncate|truncate|utime)$/
