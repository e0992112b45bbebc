/**
 * Runs `work`, and when it takes longer than a blink says so on stderr: a line when it starts to be
 * noticeable, one every 30 s, and one with its duration.
 * @template T
 * @param {string} label what is being done, such as "Installing the locked packages"
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const startedAt = Date.now()
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  let isShown = false
  const show = setTimeout(() => {
    isShown = true
    console.error(`  ${label} …`)
  }, noticeableMs)
  const remind = setInterval(() => console.error(`  ${label} … still at it after ${seconds()}`), 30_000)
  try {
    const result = await work()
    if (isShown) console.error(`  ${label}: ${seconds()}`)
    return result
  } finally {
    clearTimeout(show)
    clearInterval(remind)
  }
}

const noticeableMs = 700
