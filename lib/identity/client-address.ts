/**
 * The network address a request comes from: the last one that a proxy, or Next itself, has noted. What
 * stands before it was written by the caller and proves nothing.
 */
export function clientAddress(headers: Headers): string {
  const noted = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
  return noted ? noted.replace(/^::ffff:/, '') : 'unknown'
}
