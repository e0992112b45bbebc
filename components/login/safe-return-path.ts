const ANY_ORIGIN = 'http://here.invalid'

/**
 * Where to go after signing in: `from` if it is a path on this site, else null. Browsers read `//x`,
 * `/\x` and tabs inside as other sites, so the path is taken as a browser would take it.
 */
export function safeReturnPath(from: string | null | undefined): string | null {
  if (!from?.startsWith('/') || !URL.canParse(from, ANY_ORIGIN)) return null
  const url = new URL(from, ANY_ORIGIN)
  if (url.origin !== ANY_ORIGIN || url.pathname.startsWith('//')) return null
  if (url.pathname === '/login' || url.pathname.startsWith('/api/')) return null
  return url.pathname + url.search + url.hash
}
