import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/config/env.ts'
import { ASKED_PATH } from './lib/http/asked-path.ts'
import { adminPolicy, pagePolicy } from './lib/http/content-security-policy.ts'
import { READER_COOKIE, READER_SECONDS } from './lib/identity/reader-cookie.ts'

/**
 * Gives every page its own nonce, so that only scripts that we sent can run. A courtesy to browsers and
 * no gate: each route decides for itself who may do what.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isText(request.nextUrl.pathname)) return NextResponse.rewrite(new URL('/not-an-address', request.url))
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const isAdmin = /^\/admin(?:\/|$)/.test(request.nextUrl.pathname)
  const policy = isAdmin ? adminPolicy(nonce) : pagePolicy(nonce, env().livekit.publicUrl)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set(ASKED_PATH, request.nextUrl.pathname)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const reader = readerFor(request, headers)
  const response = NextResponse.next({ request: { headers } })
  if (reader) response.cookies.set(reader)
  response.headers.set('content-security-policy', policy)
  return response
}

/** Percent signs that do not make letters: Next itself answers them with a fault. */
function isText(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/**
 * A page that was handed over is read by one browser, which is told apart by a cookie. Pages cannot set one, so
 * it is made on the way in.
 */
function readerFor({ nextUrl, cookies }: NextRequest, headers: Headers) {
  if (!nextUrl.pathname.startsWith('/m/')) return null
  const known = cookies.get(READER_COOKIE)?.value
  const reader = known ?? Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
  if (!known) headers.set('cookie', `${headers.get('cookie') ?? ''}; ${READER_COOKIE}=${reader}`)
  return {
    name: READER_COOKIE,
    value: reader,
    path: '/m',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: env().appUrl.startsWith('https:'),
    maxAge: READER_SECONDS,
  }
}

/** Pages only: interfaces and files need no policy of a page. Files by name, since a page's address may have a dot. */
export const config = {
  matcher: ['/((?!api/|content-api/|_next/|(?:icon\\.svg|totem-speech\\.js|totem-worker\\.js)$).*)'],
}
