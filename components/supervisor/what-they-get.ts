import type { CallMediaState } from '@/components/call/call-media-state.ts'

/** What those who talk get of a supervisor who joined, by the words of `supervisor.visit`: what really leaves the page. Pure. */
export function whatTheyGet({ connection, sending }: Pick<CallMediaState, 'connection' | 'sending'>) {
  if (connection !== 'connected') return 'neither'
  if (sending.sound) return sending.picture ? 'seenAndHeard' : 'heardOnly'
  return sending.picture ? 'seenOnly' : 'neither'
}
