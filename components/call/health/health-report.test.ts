import { describe, expect, it } from 'vitest'
import { encodeHealth, HEALTHY, type HealthReport, parseHealth } from './health-report.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('the report of one end to the other', () => {
  it('arrives as it was sent', () => {
    const report: HealthReport = {
      ...HEALTHY,
      link: 'bad',
      path: 'tcp',
      pictureFault: 'frozen',
      holdsBackMs: 640,
    }
    expect(parseHealth(encodeHealth(report))).toEqual(report)
  })

  it('tells TLS from TCP', () => {
    const report: HealthReport = { ...HEALTHY, path: 'tls' }
    expect(parseHealth(encodeHealth(report))).toEqual(report)
  })

  it.each([
    '',
    'null',
    '[]',
    '{"link":"good"}',
    JSON.stringify({ ...HEALTHY, link: 'excellent' }),
    JSON.stringify({ ...HEALTHY, hearsNothing: 'yes' }),
    JSON.stringify({ ...HEALTHY, path: 7 }),
    JSON.stringify({ ...HEALTHY, arrival: null }),
    '{"link":"good","__proto__":{"path":"udp"}}',
  ])('is nothing when it says something else: %s', (text) => {
    expect(parseHealth(bytes(text))).toBeNull()
  })

  it.each([
    ['none', '', 0],
    ['ten minutes', ',"holdsBackMs":600000', 4_000],
    ['for ever', ',"holdsBackMs":1e999', 4_000],
    ['less than nothing', ',"holdsBackMs":-700', 0],
    ['no number', ',"holdsBackMs":"long"', 0],
    ['what was none when it was written', `,"holdsBackMs":${JSON.stringify(Number.NaN)}`, 0],
  ])('counts although its buffer is said to hold back %s', (_, told, holdsBackMs) => {
    const { holdsBackMs: __, ...rest } = { ...HEALTHY, hearsEcho: true }
    const text = JSON.stringify(rest).replace(/}$/, `${told}}`)
    expect(parseHealth(bytes(text))).toEqual({ ...rest, holdsBackMs })
  })

  it('is nothing when it is no text at all', () => {
    expect(parseHealth(new Uint8Array([0xff, 0xfe, 0x00]))).toBeNull()
  })
})
