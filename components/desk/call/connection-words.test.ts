import { expect, it } from 'vitest'
import { HEALTHY, type HealthReport } from '@/components/call/health/health-report.ts'
import { connectionWords } from './connection-words.ts'

const by = (path: HealthReport['path']): HealthReport => ({ ...HEALTHY, path })

it.each([
  ['udp', 'udp', 'quality.connected'],
  [null, null, 'quality.connected'],
  ['tcp', 'udp', 'byTcp'],
  ['udp', 'tcp', 'byTcp'],
  ['tls', 'udp', 'byTls'],
  ['tcp', 'tls', 'byTls'],
  ['tls', 'tcp', 'byTls'],
] as const)('says of %s here and %s there: %s', (own, theirs, words) => {
  expect(connectionWords('connected', { own: by(own), theirs: by(theirs) })).toBe(words)
})

it('says of a connection that is not there only that', () => {
  expect(connectionWords('reconnecting', { own: by('tls'), theirs: by('tcp') })).toBe('quality.reconnecting')
})
