/**
 * `node scripts/complete-lockfile.mjs`, after `npm install`. A registry mirror may lack the packages that a
 * tool offers for other platforms; the lockfile then lacks them too, and `npm ci` refuses it wherever the
 * registry has them ("Missing: … from lock file"). This adds an entry for each, which npm skips by its
 * platform. `--check` only tells whether something is missing.
 */
import fs from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const missing = missingFrom(lock.packages)

if (process.argv.includes('--check')) {
  for (const { place } of missing) console.error(`missing from package-lock.json: ${place}`)
  process.exit(missing.length === 0 ? 0 : 1)
}
for (const { place, entry } of missing) lock.packages[place] = entry
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${missing.length} entries added`)

/**
 * @typedef {{ optionalDependencies?: Record<string, string>, dev?: boolean }} Locked
 * @param {Record<string, Locked>} packages
 */
function missingFrom(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(packages, owner, name))
      .map(([name, version]) => ({
        place: placeFor(packages, owner, name),
        entry: { version, ...platformOf(name), ...(dev && { dev }), optional: true },
      })),
  )
}

/**
 * Looks where Node would: in the owner's node_modules, then in each one above.
 * @param {Record<string, Locked>} packages
 * @param {string} owner
 * @param {string} name
 */
function isLocked(packages, owner, name) {
  for (let base = owner; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true
    if (!base) return false
  }
}

/**
 * Beside its owner.
 * @param {Record<string, Locked>} packages
 * @param {string} owner
 * @param {string} name
 */
function placeFor(packages, owner, name) {
  const beside = `${owner.slice(0, owner.lastIndexOf('node_modules/'))}node_modules/${name}`
  if (packages[beside])
    throw new Error(`${beside} is there already: add ${owner}/node_modules/${name} by hand`)
  return beside
}

/**
 * These packages all end in `<os>-<cpu>[-<libc or ABI>]`.
 * @param {string} name
 */
function platformOf(name) {
  const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
  const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
  const words = name.split(/[-/]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (cpu.length === 0) throw new Error(`no platform in the name of ${name}: add it by hand`)
  const libc = words.at(-1)?.startsWith('musl') ? ['musl'] : os[0] === 'linux' ? ['glibc'] : []
  return { cpu, ...(os.length > 0 && { os }), ...(libc.length > 0 && { libc }) }
}
