import { describe, expect, it } from 'vitest'
import { parseChosenDevices } from './chosen-devices.ts'
import { channelsOf, type DeviceCheck, type NetworkProbe, nextCheck, type Probe } from './device-check.ts'

const waiting: Probe = { kind: 'waiting' }
const good: Probe = { kind: 'good' }
const doubtful: Probe = { kind: 'doubtful' }
const refused: Probe = { kind: 'unavailable', why: 'refused' }
const trying = (picture: Probe, sound: Probe, network: NetworkProbe = 'udp'): DeviceCheck => ({
  kind: 'trying',
  picture,
  sound,
  network,
})

describe('nextCheck', () => {
  it('passes by itself once picture and sound are good', () => {
    const seen = nextCheck(trying(waiting, waiting), { type: 'probed', device: 'picture', probe: good })
    expect(seen).toEqual(trying(good, waiting))
    expect(nextCheck(seen, { type: 'probed', device: 'sound', probe: good })).toEqual({
      kind: 'passed',
      channels: { picture: true, sound: true, text: true },
      network: 'udp',
    })
  })

  it('waits for the way to the media server, and takes TCP and TLS for one', () => {
    const check = trying(good, good, 'waiting')
    for (const network of ['tcp', 'tls'] as const)
      expect(nextCheck(check, { type: 'reached', network })).toMatchObject({ kind: 'passed', network })
    const opened = nextCheck({ kind: 'opening' }, { type: 'opened', picture: good, sound: good })
    expect(opened).toEqual(check)
  })

  it.each(['blocked', 'unreachable'] as const)(
    'lets the person decide when the way to the media server is %s',
    (network) => {
      const check = nextCheck(trying(good, good, 'waiting'), { type: 'reached', network })
      expect(check).toEqual(trying(good, good, network))
      expect(nextCheck(check, { type: 'accepted' })).toMatchObject({ kind: 'passed', network })
    },
  )

  it('waits for the person when a device is in trouble', () => {
    const check = nextCheck(trying(refused, waiting), { type: 'probed', device: 'sound', probe: good })
    expect(check).toEqual(trying(refused, good))
    expect(nextCheck(check, { type: 'accepted' })).toEqual({
      kind: 'passed',
      channels: { picture: false, sound: true, text: true },
      network: 'udp',
    })
  })

  it('goes on with a silent microphone only when told to', () => {
    const check = nextCheck(trying(good, waiting), { type: 'probed', device: 'sound', probe: doubtful })
    expect(check.kind).toBe('trying')
    expect(nextCheck(check, { type: 'accepted' })).toMatchObject({ channels: { sound: true, picture: true } })
  })

  it('cannot go on with nothing', () => {
    const check = trying(refused, refused)
    expect(nextCheck(check, { type: 'accepted' })).toBe(check)
  })

  it('ignores a probe of a check that is over, and of a device that is not there', () => {
    const late = { type: 'probed', device: 'picture', probe: good } as const
    expect(nextCheck({ kind: 'closed' }, late)).toEqual({ kind: 'closed' })
    expect(nextCheck(trying(refused, waiting), late)).toEqual(trying(refused, waiting))
    expect(nextCheck({ kind: 'closed' }, { type: 'opened', picture: good, sound: good }).kind).toBe('closed')
  })
})

describe('channelsOf', () => {
  it('declares what is there, and never text', () => {
    expect(channelsOf(good, doubtful)).toEqual({ picture: true, sound: true, text: true })
    expect(channelsOf(refused, waiting)).toBeNull()
  })
})

describe('parseChosenDevices', () => {
  it('reads what was chosen and forgives damage', () => {
    const defaults = { camera: null, microphone: null, speaker: null }
    expect(parseChosenDevices('{"camera":"c1","speaker":7}')).toEqual({ ...defaults, camera: 'c1' })
    for (const stored of [null, '', 'null', '[]', '{"camera":""}']) {
      expect(parseChosenDevices(stored)).toEqual(defaults)
    }
  })
})
