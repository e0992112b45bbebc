/**
 * True unless a browser says that another origin sent this request. Browsers send `Sec-Fetch-Site` on
 * secure and local pages and `Origin` with every cross-origin post; a caller with neither header is no
 * browser, so it carries nobody's cookies by accident.
 *
 * `same-site` is refused too: another port of the same host is another origin.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return true
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host')
}
