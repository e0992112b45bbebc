import { describe, expect, it } from 'vitest'
import { officeId, operatorId, serviceSlug } from '@/lib/switchboard/ids.ts'
import { linesMatching, targetLines } from './transfer-targets.ts'

const lines = targetLines({
  colleagues: [
    { id: operatorId('a'), displayName: 'Aldo', officeName: 'URP', state: 'away', isAble: true },
    { id: operatorId('b'), displayName: 'Bruno', officeName: 'Anagrafe', state: 'busy', isAble: true },
    { id: operatorId('c'), displayName: 'Chiara', officeName: 'Unità tributi', state: 'free', isAble: false },
  ],
  offices: [{ id: officeId('urp'), name: 'URP', onDuty: 0 }],
  services: [{ slug: serviceSlug('imu'), title: 'IMU', onDuty: 2 }],
})
const of = (name: string) => lines.find((line) => line.name === name)

describe('targetLines', () => {
  it('puts first who can be asked, then who can be sent the call', () => {
    expect(lines.map(({ name }) => name)).toEqual(['Chiara', 'Bruno', 'Aldo', 'URP', 'IMU'])
  })

  it('allows to ask only who is free, and to send only where somebody able is on duty', () => {
    expect([of('Chiara')?.ask, of('Chiara')?.canSend]).toEqual(['c', false])
    expect([of('Bruno')?.ask, of('Bruno')?.canSend]).toEqual([null, true])
    expect([of('Aldo')?.ask, of('Aldo')?.canSend]).toEqual([null, false])
    expect([of('URP')?.canSend, of('IMU')?.canSend]).toEqual([false, true])
  })
})

describe('linesMatching', () => {
  it('finds by parts of name and office, without accents', () => {
    expect(linesMatching(lines, 'unita chi').map(({ name }) => name)).toEqual(['Chiara'])
    expect(linesMatching(lines, '  ')).toHaveLength(lines.length)
    expect(linesMatching(lines, 'museo')).toEqual([])
  })
})
