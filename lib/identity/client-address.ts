import { isIPv6 } from 'node:net'

/**
 * The network address a request comes from: the last one that a proxy, or Next itself, has noted. What
 * stands before it was written by the caller and proves nothing. The whole header was, unless
 * `believeProxiesOnly` is at work.
 */
export function clientAddress(headers: Headers): string {
  const noted = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return noted ? noted.replace(/^::ffff:/, '') : 'unknown'
}

/** Whom attempts are counted for: the address, or its /64 in IPv6, where every line has that many. */
export function clientNetwork(headers: Headers): string {
  const address = clientAddress(headers).replace(/%.*$/, '')
  if (!isIPv6(address)) return address
  const [before = '', after] = address.toLowerCase().split('::')
  const groups = before === '' ? [] : before.split(':')
  const known = after ? after.split(':').length : 0
  const missing = after === undefined ? 0 : Math.max(8 - groups.length - known, 0)
  const all = [...groups, ...Array<string>(missing).fill('0'), ...(after ? after.split(':') : [])]
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}
