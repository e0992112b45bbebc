import { describe, expect, it } from 'vitest'
import { HEALTHY } from '@/components/call/health/health-report.ts'
import { IN_GOOD_HEALTH } from '@/components/call/health/watch-health.ts'
import italian from '@/messages/it/totem.json'
import { healthNotices } from './health-notices.ts'

const notices = (health: Partial<typeof IN_GOOD_HEALTH>) =>
  healthNotices(
    { ...IN_GOOD_HEALTH, ...health },
    (identity) => (identity === null ? 'Anna B.' : 'Maria'),
    italian,
  )

describe('healthNotices', () => {
  it('says nothing of a call that is well, nor of a network that is only weak', () => {
    expect(notices({ own: { ...HEALTHY, link: 'weak', path: 'tcp' } })).toEqual([])
  })

  it('puts first what the visitor can mend', () => {
    const lines = notices({
      own: { ...HEALTHY, pictureFault: 'black' },
      theirs: { ...HEALTHY, hearsNothing: true },
    })
    expect(lines).toEqual([
      expect.stringContaining('Anna B. non ti sente'),
      expect.stringContaining('immagine di Anna B. è nera'),
    ])
  })

  it('says of whom, and once what all of them notice of the visitor', () => {
    const silent = { ...HEALTHY, hearsNothing: true }
    const maria = { identity: 'g-maria', own: silent, theirs: silent }
    expect(notices({ own: silent, theirs: silent, others: [maria] })).toEqual([
      expect.stringContaining('Anna B. non ti sente'),
      expect.stringContaining('Da Anna B. non arriva suono'),
      expect.stringContaining('Da Maria non arriva suono'),
    ])
    expect(notices({ others: [maria] })[0]).toContain('Maria non ti sente')
  })

  it('leaves no place unfilled, and never covers the call', () => {
    const faults = [
      { hearsNothing: true },
      { hearsEcho: true },
      { isSoundFirst: true },
      { pictureFault: 'black' },
      { pictureFault: 'frozen' },
    ] as const
    const lines = faults.flatMap((fault) => [
      ...notices({ own: { ...HEALTHY, ...fault } }),
      ...notices({ theirs: { ...HEALTHY, ...fault } }),
    ])
    expect(lines).toHaveLength(10)
    for (const line of lines) expect(line).not.toMatch(/[{}]/)
    const all = { ...HEALTHY, hearsNothing: true, isSoundFirst: true, pictureFault: 'black' } as const
    expect(notices({ own: all, theirs: all })).toHaveLength(3)
  })
})
