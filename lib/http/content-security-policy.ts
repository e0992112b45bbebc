/**
 * The policy of our own pages. `mediaUrl` (`ws://…` or `wss://…`) is where browsers reach the media
 * server; its HTTP side is listed too, because LiveKit's client asks there why a connection failed, and
 * the report of a blocked request would contain the join token.
 */
export const pagePolicy = (nonce: string, mediaUrl: string): string =>
  policy({
    ...COMMON,
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...forDevelopment()],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    // Measures and positions that are computed on the server arrive as attributes.
    'style-src-attr': ["'unsafe-inline'"],
    'connect-src': ["'self'", originOf(mediaUrl), originOf(mediaUrl.replace(/^ws/, 'http'))],
  })

/** The admin writes its styles inline. */
export const adminPolicy = (nonce: string): string =>
  policy({
    ...COMMON,
    'script-src': ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...forDevelopment()],
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'"],
  })

const COMMON = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

const policy = (directives: Record<string, readonly string[]>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')

/** `ws://host:port`; `URL.origin` says "null" for these protocols in some runtimes. */
const originOf = (address: string): string => {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

/** React's development build evaluates code to rebuild server stacks. */
const forDevelopment = () => (process.env.NODE_ENV === 'development' ? ["'unsafe-eval'"] : [])
