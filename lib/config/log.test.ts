import { expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  write(createLog('info', { write: (line) => lines.push(line) }))
  return lines.join('')
}

it.each(['password', 'token', 'secret', 'credential', 'cookie', 'authorization', 'set-cookie'])(
  'cuts out %s at three depths',
  (name) => {
    const text = logged((log) => {
      log.info({ [name]: 'hunter2' }, 'top')
      log.info({ headers: { [name]: 'hunter2' } }, 'nested')
      log.info({ request: { headers: { [name]: 'hunter2' } } }, 'deeper')
    })
    expect(text).not.toContain('hunter2')
    expect(text.match(/\[redacted\]/g)).toHaveLength(3)
  },
)

it('writes one JSON object per line', () => {
  const lines = logged((log) => log.info({ callId: 'c1' }, 'call placed'))
    .trim()
    .split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ callId: 'c1', msg: 'call placed' }])
})
