import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/config/env.ts'
import { adminPolicy, pagePolicy } from './lib/http/content-security-policy.ts'

/**
 * Gives every page its own nonce, so that only scripts that we sent can run. A courtesy to browsers and
 * no gate: each route decides for itself who may do what.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const isAdmin = /^\/admin(?:\/|$)/.test(request.nextUrl.pathname)
  const policy = isAdmin ? adminPolicy(nonce) : pagePolicy(nonce, env().livekit.publicUrl)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // Next reads the nonce for its own scripts from the request's policy.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

/** Pages only: interfaces, built files and a service worker need no policy of a page. */
export const config = {
  matcher: ['/((?!api/|content-api/|_next/|totem/sw/|.*\\.[a-z0-9]+$).*)'],
}
