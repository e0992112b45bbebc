import fs from 'node:fs'

/**
 * Calls `onGone` once when the npm that runs this script has died without a word, as by SIGKILL. npm puts a
 * shell between itself and the script, and that shell outlives it; so both are watched. Run by hand, in the
 * background, say, a script may outlive its parent, and nothing is watched.
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const shell = parentOf(parent)
  const watch = setInterval(() => {
    if (process.ppid === parent && (isNpm || parentOf(parent) === shell)) return
    clearInterval(watch)
    onGone()
  }, 500)
  // Some shells replace themselves with the last command, so the parent may be npm itself.
  const isNpm = /npm/.test(commandOf(parent))
  watch.unref()
}

/** @param {number} pid */
function parentOf(pid) {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0)
}

/** @param {number} pid */
function commandOf(pid) {
  return read(`/proc/${pid}/cmdline`).split('\0').slice(0, 2).join(' ')
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
