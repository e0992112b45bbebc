import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPluggedSpeaker, type PluggedSpeaker } from './plugged-speaker.ts'

let plugged: string[]
let chosen: string | null
let changes: number
let looks: number
let mediaDevices: EventTarget
let speaker: PluggedSpeaker

const settled = () => new Promise((resolve) => setImmediate(resolve))
const plug = async (...speakers: string[]) => {
  plugged = speakers
  mediaDevices.dispatchEvent(new Event('devicechange'))
  await settled()
}

beforeEach(() => {
  plugged = ['default', 'headset']
  chosen = 'headset'
  changes = looks = 0
  mediaDevices = Object.assign(new EventTarget(), {
    async enumerateDevices() {
      looks++
      const microphone = { kind: 'audioinput', deviceId: 'headset' }
      return [microphone, ...plugged.map((deviceId) => ({ kind: 'audiooutput', deviceId }))]
    },
  })
  vi.stubGlobal('navigator', { mediaDevices })
  speaker = createPluggedSpeaker(
    () => chosen,
    () => changes++,
  )
})
afterEach(() => vi.unstubAllGlobals())

it('is the default one while the chosen one is unplugged, and the chosen one again when it is back', async () => {
  speaker.follow(true)
  await settled()
  expect(speaker.id()).toBe('headset')
  await plug('default')
  expect(speaker.id()).toBeNull()
  await plug('default', 'headset')
  expect(speaker.id()).toBe('headset')
  expect(changes).toBe(3)
})

it('knows of one that went between two calls', async () => {
  speaker.follow(true)
  speaker.follow(false)
  await plug('default')
  expect(changes).toBe(0)
  speaker.follow(true)
  await settled()
  expect(speaker.id()).toBeNull()
})

it('is the next that is chosen, whatever has become of the one before', async () => {
  speaker.follow(true)
  await plug('default', 'wall')
  chosen = 'wall'
  expect(speaker.id()).toBe('wall')
})

it('is the chosen one where the browser names no speakers', async () => {
  speaker.follow(true)
  await plug()
  await plug('')
  expect(speaker.id()).toBe('headset')
})

it('asks for nothing before anything changes where the default one plays, and hears of nothing after a call', async () => {
  chosen = null
  speaker.follow(true)
  await settled()
  expect(looks).toBe(0)
  speaker.follow(false)
  await plug('default')
  expect({ looks, changes }).toEqual({ looks: 0, changes: 0 })
})

it('is the chosen one on a page that has no access to devices', () => {
  vi.stubGlobal('navigator', {})
  speaker.follow(true)
  expect(speaker.id()).toBe('headset')
})
