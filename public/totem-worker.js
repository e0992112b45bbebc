/**
 * Keeps a totem readable without a network: its page, its files, its search index and its voice. It decides nothing: the
 * page tells it what to keep (`components/totem/offline/keep-fresh.ts`), and the server's answer always comes
 * before a kept one. Served from the root, because a worker governs only what lies below its own address.
 */

const PAGES = 'pronto-totem-pages'
const FILES = 'pronto-totem-files'
/** Past this a page that is kept is better than one that may still come. */
const PATIENCE_MS = 4_000

const worker = self

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { type, page, files, data } = event.data ?? {}
  if (type !== 'keep') return
  event.waitUntil(
    keep(page, files, data).then(
      () => event.ports[0]?.postMessage('kept'),
      () => event.ports[0]?.postMessage('failed'),
    ),
  )
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(freshOrKept(request, url.pathname + url.search))
  else if (MAY_CHANGE.has(url.pathname)) event.respondWith(freshOrKept(request, request.url))
  else if (NEVER_CHANGES.test(url.pathname)) event.respondWith(keptOrFresh(request))
})

const MAY_CHANGE = new Set(['/api/totem/search-index', '/totem-speech.js'])
/** Built files have their content in their name, the voice its version in its address: what is kept is never old. */
const NEVER_CHANGES = /^\/(?:_next\/static|api\/totem\/speech)\//

/**
 * The server's answer; a kept one when there is none in time, or when the server is in trouble itself.
 * @param {Request} request
 * @param {string} name what it was kept under
 */
async function freshOrKept(request, name) {
  const kept = await (await caches.open(PAGES)).match(name)
  if (!kept) return fetch(request)
  try {
    // A navigation cannot be fetched with a signal, so it is raced.
    const fresh = await Promise.race([fetch(request), tooLate()])
    return fresh.status >= 500 ? kept : fresh
  } catch {
    return kept
  }
}

const tooLate = () =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS))

/** @param {Request} request */
async function keptOrFresh(request) {
  const kept = await (await caches.open(FILES)).match(request.url)
  return kept ?? fetch(request)
}

/** Not in the language and the modes of who is here now (`components/totem/remembered-visitor.ts`). */
const FOR_NOBODY = { 'x-pronto-for-nobody': '1' }

/**
 * Keeps all of it or nothing new: a page without its files would be worse than the page before.
 * @param {string} page
 * @param {string[]} files
 * @param {string[]} data
 */
async function keep(page, files, data) {
  const cache = await caches.open(FILES)
  const missing = []
  for (const file of files) if (!(await cache.match(file))) missing.push(file)
  await cache.addAll(missing)
  const pages = await caches.open(PAGES)
  const answers = await Promise.all(
    [page, ...data].map(async (address) => ({
      address,
      answer: await fetch(address, { cache: 'no-store', headers: FOR_NOBODY }),
    })),
  )
  if (answers.some(({ answer }) => !answer.ok)) throw new Error('not all of it came')
  for (const { address, answer } of answers) await pages.put(address, answer)
  const needed = new Set(files)
  for (const { url } of await cache.keys()) if (!needed.has(url)) await cache.delete(url)
}
