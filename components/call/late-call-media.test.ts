import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { WholeCallMedia } from './call-media.ts'
import { MEDIA_AT_REST } from './call-media-state.ts'
import { createLateCallMedia, type LateCallMedia } from './late-call-media.ts'
import { NO_PAPER } from './paper-state.ts'
import { TEXT_AT_REST } from './text/text-state.ts'

/** The real one, which writes down what is asked of it; it comes when the test says so. */
let asked: string[]
let loads: number
let missing: number
let arrive: () => void
let fail: () => void
let told: () => void
let media: LateCallMedia

const room = (name: string | null): MediaPlan => ({
  room: name === null ? null : { name, identity: 'me' },
  send: 'muted',
  mayReceive: [],
  shows: [],
})

const real: WholeCallMedia = {
  papers: {
    own: {
      show: () => {},
      stop: () => {},
      nameCamera: () => {},
      state: () => NO_PAPER,
      subscribe: () => () => {},
    },
    received: { picture: () => null, subscribe: () => () => {} },
  },
  screens: {
    own: {
      start: async () => false,
      stop: () => {},
      isOn: () => false,
      attach: () => () => {},
      subscribe: () => () => {},
    },
    received: { attach: () => () => {} },
  },
  takeChosen: async () => null,
  openDevices: async () => {
    asked.push('open')
    return { sound: { ok: true }, picture: { ok: true } }
  },
  closeDevices: () => asked.push('close'),
  apply: (plan) => asked.push(`apply ${plan.room?.name ?? 'nowhere'}`),
  muteUndeclared: ({ sound }) => asked.push(`declared ${sound}`),
  setUserMuted: ({ sound }) => asked.push(`mute ${sound}`),
  attachRemote: () => {
    asked.push('attach')
    return () => asked.push('detach')
  },
  attachCurtain: (_, side) => {
    asked.push(`curtain ${side}`)
    return () => asked.push('no curtain')
  },
  afterPicture: (paint) => {
    asked.push('paint later')
    paint()
  },
  attachOther: (identity) => {
    asked.push(`attach ${identity}`)
    return () => asked.push(`detach ${identity}`)
  },
  setVolume: () => {},
  takePictures: () => {},
  setUsualVolume: () => {},
  boundPicture: () => {},
  stats: async () => [],
  sounds: () => [],
  resumeSound: async () => {},
  text: {
    state: () => ({ ...TEXT_AT_REST, draft: 'ciao' }),
    subscribe: () => () => {},
    write: (text) => asked.push(`write ${text}`),
    append: () => {},
    erase: () => {},
    call: () => {},
  },
  packets: {
    send: (topic) => {
      asked.push(`send ${topic}`)
      return true
    },
    on: (topic) => {
      asked.push(`hear ${topic}`)
      return () => asked.push(`deaf to ${topic}`)
    },
  },
  state: () => ({ ...MEDIA_AT_REST, connection: 'connected' }),
  subscribe: (listener) => {
    told = listener
    return () => {}
  },
  stop: async () => {
    asked.push('stop')
  },
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  asked = []
  loads = 0
  missing = 0
  media = createLateCallMedia({
    load: () => {
      loads++
      return new Promise((resolve, reject) => {
        arrive = () => resolve(real)
        fail = () => reject(new Error('not there'))
      })
    },
    onMissing: () => {
      missing++
    },
    openAfterMs: 50,
  })
})

afterEach(() => vi.useRealTimers())

it('fetches nothing while no call is near', () => {
  media.apply(room(null))
  expect(loads).toBe(0)
  expect(media.state()).toBe(MEDIA_AT_REST)
})

it('fetches once, whoever asks first, and hands over the newest plan only', async () => {
  media.prepare()
  media.apply(room('a'))
  media.apply(room('b'))
  expect(loads).toBe(1)
  arrive()
  await settle()
  expect(asked).toEqual(['apply b'])
  media.apply(room(null))
  expect(asked.at(-1)).toBe('apply nowhere')
})

it('keeps a microphone shut that was muted before it came', async () => {
  media.setUserMuted({ sound: true })
  media.apply(room('a'))
  arrive()
  await settle()
  expect(asked).toEqual(['apply a', 'mute true'])
})

it('is told what the page before had declared once it is in the room', async () => {
  media.muteUndeclared({ sound: false, picture: true, text: true })
  media.apply(room('a'))
  arrive()
  await settle()
  expect(asked).toEqual(['apply a', 'declared false'])
})

it('opens devices once it is here, and not before their time', async () => {
  vi.useFakeTimers()
  const opened = media.openDevices()
  arrive()
  await vi.advanceTimersByTimeAsync(49)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(await opened).toEqual({ sound: { ok: true }, picture: { ok: true } })
})

it('opens nothing for a call that was left before the time came', async () => {
  vi.useFakeTimers()
  const opened = media.openDevices()
  arrive()
  await vi.advanceTimersByTimeAsync(49)
  media.closeDevices()
  await vi.advanceTimersByTimeAsync(1)
  expect(await opened).toMatchObject({ sound: { ok: false }, picture: { ok: false } })
  expect(asked).toEqual(['close'])
})

it('opens nothing for a call that was left meanwhile', async () => {
  const opened = media.openDevices()
  media.closeDevices()
  arrive()
  expect(await opened).toMatchObject({ sound: { ok: false }, picture: { ok: false } })
  expect(asked).toEqual([])
})

it('tells of changes from the moment it is here, until told no more', async () => {
  let changes = 0
  const stop = media.subscribe(() => {
    changes++
  })
  media.prepare()
  arrive()
  await settle()
  expect(changes).toBe(1)
  expect(media.state().connection).toBe('connected')
  told()
  expect(changes).toBe(2)
  stop()
  told()
  expect(changes).toBe(2)
})

it('attaches a picture that was waiting, unless it is gone again', async () => {
  const element = {} as HTMLVideoElement
  const detachFirst = media.attachRemote(element)
  media.attachRemote(element)()
  arrive()
  await settle()
  expect(asked).toEqual(['attach'])
  detachFirst()
  expect(asked).toEqual(['attach', 'detach'])
})

it('hangs a curtain that was waiting, and puts nothing off before it is here', async () => {
  let painted = 0
  media.attachCurtain({} as HTMLElement, 'before')
  media.afterPicture(() => painted++)
  expect([painted, asked]).toEqual([1, []])
  media.prepare()
  arrive()
  await settle()
  media.afterPicture(() => painted++)
  expect(asked).toEqual(['curtain before', 'paint later'])
  expect(painted).toBe(2)
})

it('sends nothing before it is here, and hears from then on without fetching it for that', async () => {
  const deafen = media.packets.on('text', () => {})
  media.packets.on('point', () => {})()
  expect(media.packets.send('text', new Uint8Array([1]), ['o-c.1'])).toBe(false)
  expect(loads).toBe(0)
  media.prepare()
  arrive()
  await settle()
  expect(media.packets.send('text', new Uint8Array([1]), ['o-c.1'])).toBe(true)
  deafen()
  expect(asked).toEqual(['hear text', 'send text', 'deaf to text'])
})

it('has nothing typed before it is here', async () => {
  media.text.write('early')
  expect(media.text.state()).toBe(TEXT_AT_REST)
  media.prepare()
  arrive()
  await settle()
  media.text.write('ciao')
  expect(asked).toEqual(['write ciao'])
  expect(media.text.state().draft).toBe('ciao')
})

it('says when a call needs it and it cannot be fetched, and tries again when asked again', async () => {
  media.prepare()
  fail()
  await settle()
  expect(missing).toBe(0)
  media.apply(room('a'))
  fail()
  await settle()
  expect(missing).toBe(1)
  media.apply(room('a'))
  arrive()
  await settle()
  expect(asked).toEqual(['apply a'])
})
