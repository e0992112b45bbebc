import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CallMediaState, MEDIA_AT_REST, type RemoteEnd } from '../call-media-state.ts'
import type { PacketListener } from '../packets.ts'
import type { Ear } from './ear.ts'
import { encodeHealth, HEALTHY, type HealthReport, parseHealth } from './health-report.ts'
import { type CallHealth, IN_GOOD_HEALTH, watchHealth } from './watch-health.ts'

const VISITOR: RemoteEnd = {
  identity: 't-call',
  sound: true,
  picture: true,
  receives: { sound: true, picture: true, text: true },
  isSpeaking: false,
}

const TALKING: CallMediaState = {
  ...MEDIA_AT_REST,
  connection: 'connected',
  sending: { sound: true, picture: true },
  remote: VISITOR,
  remotes: [VISITOR],
}
const ANNA: RemoteEnd = { ...VISITOR, identity: 'o-call.1' }
const MARIA: RemoteEnd = { ...VISITOR, identity: 'g-maria' }

let state: CallMediaState
let asked: number
let sent: { to: readonly string[]; report: HealthReport | null }[]
let hear: PacketListener
let fractionLost: number
let isSoundFirst: boolean
/** What the own picture may take. */
let pictureBits: number | null
/** Of each other end's picture, in two seconds. */
let pictureBytes: number
let pictureBytesReceived: number
/** Of a hundred packets that were sent to this end in two seconds. */
let lostOfHundred: number
let packetsLost: number
let packetsReceived: number
/** The same of whoever sends beside the visitor, and what has come of them so far. */
let lostOfHundredOfAnna: number | null
let ofAnna: { packetsLost: number; packetsReceived: number }
let spokenEnergy: number
/** Of each of the other ends. */
let heardEnergy: Record<string, number>
/** For how long their voices are held back here. */
let heldMs: Record<string, number>
let samplesOut: number
let told: CallHealth[]
let attached: number
let others: string[]
let heardSounds: ReadonlyMap<string | null, readonly number[]>
let openEars: number
let isSigned: boolean
/** This page is beside the talk of others. */
let isBeside: boolean
let takesPictures: boolean
let stop: () => void

const statsOf = (of: string | null, entry: Readonly<Record<string, unknown>>) => {
  const id = `${of} ${String(entry.type)}`
  return { of, report: new Map([[id, { id, ...entry }]]) as unknown as RTCStatsReport }
}

const relayedByTls = {
  of: null,
  report: new Map<string, unknown>([
    ['p', { id: 'p', type: 'candidate-pair', nominated: true, state: 'succeeded', localCandidateId: 'l' }],
    ['l', { id: 'l', type: 'local-candidate', protocol: 'udp', relayProtocol: 'tls' }],
  ]) as unknown as RTCStatsReport,
}

const media = {
  state: () => state,
  async stats() {
    asked++
    spokenEnergy += 1
    samplesOut += 96_000
    packetsLost += lostOfHundred
    packetsReceived += 100 - lostOfHundred
    pictureBytesReceived += pictureBytes
    if (lostOfHundredOfAnna !== null) {
      ofAnna.packetsLost += lostOfHundredOfAnna
      ofAnna.packetsReceived += 100 - lostOfHundredOfAnna
    }
    return [
      statsOf(null, { type: 'remote-inbound-rtp', fractionLost }),
      statsOf(null, { type: 'media-source', totalAudioEnergy: spokenEnergy }),
      relayedByTls,
      statsOf('t-call', {
        type: 'inbound-rtp',
        kind: 'video',
        packetsLost,
        packetsReceived,
        bytesReceived: pictureBytesReceived,
      }),
      statsOf('o-call.1', { type: 'inbound-rtp', ...ofAnna }),
      ...Object.entries(heardEnergy).map(([of, totalAudioEnergy]) => {
        const jitterBufferDelay = (samplesOut * (heldMs[of] ?? 0)) / 1_000
        const held = { jitterBufferDelay, jitterBufferEmittedCount: samplesOut }
        return statsOf(of, { type: 'inbound-rtp', kind: 'audio', totalAudioEnergy, ...held })
      }),
    ]
  },
  packets: {
    send(_: string, bytes: Uint8Array<ArrayBuffer>, to: readonly string[]) {
      sent.push({ to, report: parseHealth(bytes) })
      return true
    },
    on(_: string, listener: PacketListener) {
      hear = listener
      return () => undefined
    },
  },
  sounds: () => [],
  attachRemote() {
    attached++
    return () => attached--
  },
  attachOther(identity: string) {
    others.push(identity)
    return () => {
      others = others.filter((one) => one !== identity)
    }
  },
  boundPicture(bits: number | null) {
    isSoundFirst = bits === 0
    pictureBits = bits
  },
  takePictures(does: boolean) {
    takesPictures = does
  },
}
const noLook = () => ({ element: {} as HTMLVideoElement, look: () => null })
const createEar = (): Ear => {
  openEars++
  return { follow: () => undefined, hear: () => heardSounds, close: () => openEars-- }
}
/** Syllables of no particular rhythm, in decibels above the floor. */
const WORDS = Array.from({ length: 128 }, (_, at) => (Math.sin(at * at * 0.013) > -0.2 ? 30 : 0))
const later = (steps: number) => WORDS.map((_, at) => (WORDS[at - steps] ?? 0) / 2)
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000)
const latest = () => told.at(-1)

beforeEach(() => {
  vi.useFakeTimers()
  state = TALKING
  asked = 0
  sent = []
  fractionLost = 0
  isSoundFirst = false
  pictureBits = null
  pictureBytes = 0
  pictureBytesReceived = 0
  lostOfHundred = 0
  lostOfHundredOfAnna = null
  ofAnna = { packetsLost: 0, packetsReceived: 0 }
  packetsLost = 0
  packetsReceived = 0
  told = []
  attached = 0
  others = []
  spokenEnergy = 0
  heardEnergy = {}
  heldMs = {}
  samplesOut = 0
  heardSounds = new Map()
  openEars = 0
  isSigned = isBeside = false
  takesPictures = true
  stop = watchHealth(
    media,
    noLook,
    createEar,
    () => ({ isSigned, isBeside }),
    (health) => told.push(health),
  )
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

describe('watchHealth', () => {
  it('asks nothing of the browser in the first two seconds, and then every two', async () => {
    await seconds(1.9)
    expect([asked, attached]).toEqual([0, 0])
    await seconds(0.1)
    expect([asked, attached]).toEqual([1, 1])
    await seconds(8)
    expect(asked).toBe(5)
  })

  it('knows and tells a way through TLS from one by TCP', async () => {
    await seconds(4)
    expect(latest()?.own.path).toBe('tls')
    expect(sent.at(-1)?.report?.path).toBe('tls')
  })

  it('tells the other end and nobody else', async () => {
    await seconds(4)
    expect(sent.map(({ to }) => to)).toEqual([['t-call'], ['t-call']])
  })

  it('lets the picture rest on a bad link, says so, and gives it back when it ends', async () => {
    fractionLost = 0.4
    await seconds(8)
    expect(isSoundFirst).toBe(true)
    expect(sent.at(-1)?.report).toMatchObject({ link: 'bad', isSoundFirst: true })
    stop()
    expect([isSoundFirst, attached]).toEqual([false, 0])
  })

  it('lets the picture rest that does not arrive, whatever the own link, and blames nobody for it here', async () => {
    await seconds(2)
    hear('t-call', encodeHealth({ ...HEALTHY, link: 'bad', arrival: 'bad' }))
    await seconds(2)
    expect(isSoundFirst).toBe(true)
    expect(latest()?.own).toMatchObject({ link: 'good', isSoundFirst: false })
  })

  it('is not kept busy by an end that tells and tells, and hears the others and, later, that one again', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    const before = told.length
    for (let at = 0; at < 1_000; at++) hear('g-maria', encodeHealth({ ...HEALTHY, hearsEcho: at % 2 === 0 }))
    expect(told.length - before).toBeLessThan(10)
    hear('t-call', encodeHealth({ ...HEALTHY, link: 'weak' }))
    expect(latest()?.theirs.link).toBe('weak')
    await seconds(2)
    hear('g-maria', encodeHealth({ ...HEALTHY, link: 'bad' }))
    expect(latest()?.others).toMatchObject([{ theirs: { link: 'bad' } }])
  })

  it('takes the picture from several only when it arrives at none of them', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    hear('g-maria', encodeHealth({ ...HEALTHY, arrival: 'bad' }))
    await seconds(2)
    expect(isSoundFirst).toBe(false)
    hear('t-call', encodeHealth({ ...HEALTHY, arrival: 'bad' }))
    await seconds(2)
    expect(isSoundFirst).toBe(true)
  })

  it('tells what does not arrive here, and takes the own network for its cause unless the other is bad', async () => {
    lostOfHundred = 40
    await seconds(8)
    expect(latest()?.own).toMatchObject({ link: 'good', arrival: 'bad' })
    await seconds(4)
    expect(latest()?.own).toMatchObject({ link: 'bad', arrival: 'bad' })
    hear('t-call', encodeHealth({ ...HEALTHY, link: 'bad' }))
    await seconds(10)
    hear('t-call', encodeHealth({ ...HEALTHY, link: 'bad' }))
    await seconds(2)
    expect(latest()?.own).toMatchObject({ link: 'good', arrival: 'bad' })
  })

  it('never takes the picture from a talk without voices', async () => {
    state = { ...TALKING, remotes: [{ ...VISITOR, sound: false }] }
    fractionLost = 0.4
    await seconds(20)
    expect(isSoundFirst).toBe(false)
    expect(latest()?.own.link).toBe('bad')
  })

  it('never takes the picture from a talk in which somebody signs, however bad the line', async () => {
    fractionLost = 0.4
    await seconds(8)
    expect(isSoundFirst).toBe(true)
    isSigned = true
    await seconds(2)
    hear('t-call', encodeHealth({ ...HEALTHY, arrival: 'bad' }))
    await seconds(2)
    expect(isSoundFirst).toBe(false)
    expect(latest()?.own).toMatchObject({ link: 'bad', isSoundFirst: false })
  })

  it('tells how much of a picture comes, and bounds its own by what came of it where it arrives badly', async () => {
    pictureBytes = 100_000
    await seconds(2)
    expect(sent.at(-1)?.report?.pictureBits).toBeNull()
    await seconds(2)
    expect(sent.at(-1)?.report?.pictureBits).toBe(400_000)
    isSigned = true
    hear('t-call', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: 300_000 }))
    await seconds(2)
    expect(pictureBits).toBe(210_000)
    stop()
    expect(pictureBits).toBeNull()
  })

  it('goes without pictures beside a talk, on a line that carries none, says so, and tries them again', async () => {
    pictureBytes = 40_000
    lostOfHundred = 40
    await seconds(14)
    expect(takesPictures, 'not in its own talk').toBe(true)
    isBeside = true
    await seconds(2)
    expect(takesPictures).toBe(false)
    expect(latest()?.own).toMatchObject({ link: 'bad', takesPictures: false })
    expect(sent.at(-1)?.report).toMatchObject({ takesPictures: false })
    lostOfHundred = 0
    await seconds(18)
    expect(takesPictures).toBe(false)
    await seconds(2)
    expect(takesPictures).toBe(true)
    lostOfHundred = 40
    await seconds(20)
    expect(takesPictures).toBe(false)
    stop()
    expect(takesPictures).toBe(true)
  })

  it('keeps pictures beside a talk that a sender’s own line loses, and those that their senders can make fit', async () => {
    isBeside = true
    pictureBytes = 40_000
    lostOfHundred = 40
    await seconds(2)
    for (let report = 0; report < 8; report++) {
      hear('t-call', encodeHealth({ ...HEALTHY, link: 'bad' }))
      await seconds(2)
    }
    expect([latest()?.own.link, latest()?.own.arrival, takesPictures]).toEqual(['good', 'bad', true])
    pictureBytes = 100_000
    await seconds(24)
    expect([latest()?.own.link, takesPictures]).toEqual(['bad', true])
  })

  it('lays to the line of a listener, who is told nothing, only what is lost of everybody', async () => {
    isBeside = true
    pictureBytes = 40_000
    state = { ...TALKING, sending: { sound: false, picture: false }, remotes: [VISITOR, ANNA] }
    lostOfHundred = 40
    lostOfHundredOfAnna = 0
    await seconds(30)
    expect([latest()?.own.link, takesPictures], 'the visitor’s line').toEqual(['good', true])
    lostOfHundredOfAnna = 40
    await seconds(16)
    expect([latest()?.own.link, takesPictures], 'their own').toEqual(['bad', false])
  })

  it('lets nobody beside the talk take the picture from it, or make it unreadable, whatever they tell', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    for (const bits of [0, 1, 100_000, 260_000, 260_000, 260_000, 1, 0]) {
      for (let report = 0; report < 8; report++) {
        hear('t-call', encodeHealth(HEALTHY))
        hear('g-maria', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: bits }))
        await seconds(2)
        expect(pictureBits ?? 250_000).toBeGreaterThanOrEqual(250_000)
      }
    }
    state = { ...TALKING, remote: MARIA, remotes: [MARIA] }
    hear('g-maria', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: 1 }))
    await seconds(2)
    expect(isSoundFirst, 'the operator may be back any moment').toBe(false)
  })

  it('fits the picture for a guest as for the talk where somebody signs, and for a supervisor never', async () => {
    isSigned = true
    const sofia = { ...VISITOR, identity: 's-call.1' }
    state = { ...TALKING, remotes: [VISITOR, sofia] }
    await seconds(2)
    hear('s-call.1', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: 100_000 }))
    await seconds(2)
    expect(pictureBits).toBeNull()
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    hear('g-maria', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: 100_000 }))
    await seconds(2)
    expect(pictureBits).toBe(70_000)
  })

  it('asks only those who take the picture whether it is too much', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    hear('g-maria', encodeHealth({ ...HEALTHY, takesPictures: false }))
    hear('t-call', encodeHealth({ ...HEALTHY, arrival: 'bad' }))
    await seconds(2)
    expect(isSoundFirst).toBe(true)
  })

  it('lets a picture that rested come back as small as its way was', async () => {
    await seconds(2)
    hear('t-call', encodeHealth({ ...HEALTHY, arrival: 'bad', pictureBits: 300_000 }))
    await seconds(2)
    expect(pictureBits).toBe(0)
    await seconds(18)
    expect(pictureBits).toBe(0)
    await seconds(2)
    expect(pictureBits).toBe(210_000)
  })

  it('believes the other end, nobody else, and not for ever', async () => {
    await seconds(2)
    hear('stranger', encodeHealth({ ...HEALTHY, hearsNothing: true }))
    expect(latest()?.theirs.hearsNothing).toBe(false)
    hear('t-call', encodeHealth({ ...HEALTHY, hearsNothing: true }))
    expect(latest()?.theirs.hearsNothing).toBe(true)
    await seconds(8)
    expect(latest()?.theirs.hearsNothing).toBe(true)
    await seconds(4)
    expect(latest()?.theirs.hearsNothing).toBe(false)
  })

  it('judges each by their own sound, and tells each what concerns them', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    heardEnergy = { 't-call': 0, 'g-maria': 5 }
    for (let reading = 0; reading < 6; reading++) {
      heardEnergy = { ...heardEnergy, 't-call': (heardEnergy['t-call'] ?? 0) + 1 }
      await seconds(2)
    }
    const last = (to: string) => sent.findLast((packet) => packet.to[0] === to)?.report
    expect(sent.every(({ to }) => to.length === 1)).toBe(true)
    expect(last('t-call')?.hearsNothing).toBe(false)
    expect(last('g-maria')?.hearsNothing).toBe(true)
    expect(latest()?.own.hearsNothing).toBe(false)
    expect(latest()?.others).toMatchObject([{ identity: 'g-maria', own: { hearsNothing: true } }])
  })

  it('believes each about themselves, and forgets whoever has gone', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    expect([attached, others]).toEqual([1, ['g-maria']])
    hear('g-maria', encodeHealth({ ...HEALTHY, hearsNothing: true }))
    expect(latest()).toMatchObject({
      theirs: { hearsNothing: false },
      others: [{ identity: 'g-maria', theirs: { hearsNothing: true } }],
    })
    state = TALKING
    await seconds(2)
    expect([latest()?.others, others]).toEqual([[], []])
  })

  it('follows somebody who is shown first from now on', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    await seconds(2)
    hear('g-maria', encodeHealth({ ...HEALTHY, pictureFault: 'black' }))
    state = { ...TALKING, remote: MARIA, remotes: [MARIA, VISITOR] }
    await seconds(2)
    expect([attached, others]).toEqual([1, ['t-call']])
    expect(latest()).toMatchObject({ theirs: { pictureFault: 'black' }, others: [{ identity: 't-call' }] })
  })

  it('hears the own voice come back, from whom, and tells them alone', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    heardSounds = new Map([
      [null, WORDS],
      ['t-call', later(64)],
      ['g-maria', later(10)],
    ])
    await seconds(6)
    expect(latest()?.others).toMatchObject([{ own: { hearsEcho: false } }])
    await seconds(2)
    expect(latest()).toMatchObject({ own: { hearsEcho: false }, others: [{ own: { hearsEcho: true } }] })
    const last = (to: string) => sent.findLast((packet) => packet.to[0] === to)?.report
    expect([last('t-call')?.hearsEcho, last('g-maria')?.hearsEcho]).toEqual([false, true])
  })

  it('waits for its voice as long as the buffers of both ends hold it, and tells each for how long its own does', async () => {
    state = { ...TALKING, remotes: [VISITOR, MARIA] }
    heardEnergy = { 't-call': 1, 'g-maria': 1 }
    heldMs = { 't-call': 500, 'g-maria': 60 }
    heardSounds = new Map([
      [null, WORDS],
      ['t-call', later(44)],
      ['g-maria', later(44)],
    ])
    await seconds(20)
    expect(latest()).toMatchObject({ own: { hearsEcho: false }, others: [{ own: { hearsEcho: false } }] })
    const last = (to: string) => sent.findLast((packet) => packet.to[0] === to)?.report
    expect([last('t-call')?.holdsBackMs, last('g-maria')?.holdsBackMs]).toEqual([500, 60])
    for (let report = 0; report < 4; report++) {
      for (const { identity } of state.remotes) hear(identity, encodeHealth({ ...HEALTHY, holdsBackMs: 400 }))
      await seconds(2)
    }
    expect(latest()).toMatchObject({ own: { hearsEcho: true }, others: [{ own: { hearsEcho: false } }] })
  })

  it('listens only once somebody is there, and not after the end', async () => {
    await seconds(1.9)
    expect(openEars).toBe(0)
    await seconds(4)
    expect(openEars).toBe(1)
    stop()
    expect(openEars).toBe(0)
  })

  it('has nothing to say while nobody is there', async () => {
    state = { ...TALKING, remote: null, remotes: [] }
    await seconds(6)
    expect(sent).toEqual([])
    expect(latest()).toEqual(IN_GOOD_HEALTH)
  })
})
