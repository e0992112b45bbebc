/** One cookie per totem, so that a browser may speak for several: `pronto-totem-<slug>`. */
const PREFIX = 'pronto-totem-'

/** 400 days: the longest that browsers keep a cookie. Each rotation starts it anew. */
const MAX_AGE_SECONDS = 400 * 24 * 3600

/** The slug and credential that a request speaks with. */
export interface PresentedCredential {
  slug: string
  credential: string
}

/**
 * The credential of the totem that the address names with `?totem=`, or the only one that the browser
 * holds when it names none; null: none, or several to choose from.
 */
export function presentedCredential(request: Request): PresentedCredential | null {
  const held = totemCookies(request.headers.get('cookie') ?? '')
  const slug = new URL(request.url).searchParams.get('totem')
  if (slug !== null) return held.find((cookie) => cookie.slug === slug) ?? null
  const [only, ...others] = held
  return only && others.length === 0 ? only : null
}

/** Name, value and attributes of the cookie for one totem. */
export const totemCookie = (slug: string, credential: string, isSecure: boolean) => ({
  name: `${PREFIX}${slug}`,
  value: credential,
  httpOnly: true,
  sameSite: 'strict' as const,
  path: '/',
  maxAge: MAX_AGE_SECONDS,
  secure: isSecure,
})

function totemCookies(header: string): PresentedCredential[] {
  return header.split(';').flatMap((pair) => {
    const [name, value] = splitOnce(pair.trim())
    return name.startsWith(PREFIX) && value ? [{ slug: name.slice(PREFIX.length), credential: value }] : []
  })
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}
