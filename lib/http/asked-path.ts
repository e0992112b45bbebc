/** The request header in which `proxy.ts` says the page's path, whatever the browser wrote there. */
export const ASKED_PATH = 'x-asked-path'

/** The last part of the path that was asked for: what names a page that is not found is told nothing else of. */
export const lastOfPath = (headers: Pick<Headers, 'get'>): string =>
  headers.get(ASKED_PATH)?.split('/').at(-1) ?? ''
