import { timingSafeEqual } from 'node:crypto'
import { env } from '../config/env.ts'
import { isLoopback } from '../config/loopback.ts'
import { NotAllowed } from '../http/refusals.ts'
import { isLocalRequest } from '../identity/is-local-request.ts'

/**
 * Lets a request read the measures: with the token, or made directly on this machine. Next notes the
 * peer's address in `x-forwarded-for` unless the caller has sent one, so only a server that listens on
 * loopback alone can tell. @throws NotAllowed
 */
export function requireScraper(request: Request): void {
  const { metricsToken, host } = env()
  if (metricsToken !== null && isBearer(request, metricsToken)) return
  const isForwarded =
    FORWARDING_HEADERS.some((name) => request.headers.has(name)) ||
    request.headers.get('x-forwarded-for')?.includes(',') === true
  if (isLoopback(host) && !isForwarded && isLocalRequest(request.headers)) return
  throw new NotAllowed('measures need the token or a direct request on this machine')
}

/** `x-forwarded-for` is looked at by `isLocalRequest`. */
const FORWARDING_HEADERS = ['forwarded', 'x-real-ip', 'via', 'cf-connecting-ip', 'true-client-ip']

function isBearer(request: Request, token: string): boolean {
  const given = Buffer.from(request.headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
