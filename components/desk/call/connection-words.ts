import type { ConnectionState } from '@/components/call/call-media-state.ts'
import type { CallHealth } from '@/components/call/health/watch-health.ts'

/**
 * What the corner of a call says of its connection, by the words of `desk.call`: while it is there, the narrowest
 * way that either end has had to take past its firewall. Pure.
 */
export function connectionWords(
  connection: ConnectionState,
  { own, theirs }: Pick<CallHealth, 'own' | 'theirs'>,
) {
  const isBy = (path: 'tcp' | 'tls') => own.path === path || theirs.path === path
  if (connection !== 'connected') return `quality.${connection}` as const
  if (isBy('tls')) return 'byTls'
  return isBy('tcp') ? 'byTcp' : 'quality.connected'
}
