import { isIPv6 } from 'node:net'

/**
 * The network address a request comes from: the last one that a proxy, or Next itself, has noted. What
 * stands before it was written by the caller and proves nothing. The whole header was, unless
 * `believeProxiesOnly` is at work.
 */
export function clientAddress(headers: Headers): string {
  const noted = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return noted ? withoutPort(noted).replace(/^::ffff:/, '') : 'unknown'
}

/** Some proxies note the port too, which is another one with every connection. What is no address is cut to its length. */
function withoutPort(noted: string): string {
  const [, v6, v4] = /^(?:\[(.+)\]|([\d.]+))(?::\d+)?$/.exec(noted) ?? []
  return (v6 ?? v4 ?? noted).slice(0, LONGEST_ADDRESS)
}

/** IPv6 with IPv4 in it and a zone. */
const LONGEST_ADDRESS = 64

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
