import { isLoopback } from '../config/loopback.ts'
import { clientAddress } from './client-address.ts'

/**
 * True when a request was made on this machine, to a name of this machine. The name counts too: a page
 * elsewhere may point its own name here, but cannot send another in `Host`.
 */
export function isLocalRequest(headers: Headers): boolean {
  const host = headers.get('host')
  if (!host || !URL.canParse(`http://${host}`)) return false
  const address = clientAddress(headers)
  return isLoopback(new URL(`http://${host}`).hostname) && (address === 'unknown' || isLoopback(address))
}
