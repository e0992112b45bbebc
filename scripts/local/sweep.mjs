import fs from 'node:fs'

/** The variable that marks every process of one start. */
export const startMark = 'PRONTO_START'

/**
 * Ends what is left of one start: workers of a build, compilers, whatever lost the process that would have
 * ended it. They are known by the mark in their environment.
 * @param {string} mark
 */
export function sweep(mark) {
  for (const name of fs.readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid) || pid === process.pid) continue
    try {
      if (fs.readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${startMark}=${mark}`)) {
        process.kill(pid, 'SIGKILL')
      }
    } catch {
      // Ended meanwhile, or another user's.
    }
  }
}
