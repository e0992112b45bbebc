// @vitest-environment happy-dom
import { NextIntlClientProvider } from 'next-intl'
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DeviceTrouble } from '@/components/call/call-media-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import italian from '@/messages/it/desk.json'
import { readChosenDevices } from '../../devices/chosen-devices.ts'
import { DeviceKey } from './device-key.tsx'

const words = italian.call.devices
let root: Root
let plugged: Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>[]
let taken: string[]
let answer: DeviceTrouble | null

const media = {
  takeChosen: async (role: string) => {
    taken.push(`${role}: ${readChosenDevices()[role === 'camera' ? 'camera' : 'speaker']}`)
    return answer
  },
}
const key = () => document.querySelector('button')
const field = (label: string) =>
  [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)?.control
const choose = (label: string, id: string) =>
  act(async () => {
    const select = field(label)
    if (!(select instanceof HTMLSelectElement)) throw new Error(`nothing to choose under ${label}`)
    select.value = id
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

beforeEach(async () => {
  localStorage.clear()
  taken = []
  answer = null
  plugged = [
    { kind: 'videoinput', deviceId: 'desk-cam', label: 'Scrivania' },
    { kind: 'videoinput', deviceId: 'room-cam', label: 'Sala' },
    { kind: 'audioinput', deviceId: 'only', label: 'Cuffia' },
    { kind: 'audiooutput', deviceId: 'default', label: 'Predefinito' },
    { kind: 'audiooutput', deviceId: 'head', label: 'Cuffia' },
    { kind: 'audiooutput', deviceId: 'wall', label: 'Cassa' },
  ]
  const mediaDevices = Object.assign(new EventTarget(), { enumerateDevices: async () => plugged })
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { mediaDevices }))
  root = openRoot()
  await act(async () =>
    root.render(
      <NextIntlClientProvider locale="it" messages={{ desk: italian }}>
        <DeviceKey media={media} />
      </NextIntlClientProvider>,
    ),
  )
  await act(async () => key()?.click())
})
afterEach(async () => {
  await closeRoot(root)
  vi.unstubAllGlobals()
})

it('offers what there is more than one of, and takes what is chosen at once', async () => {
  expect([...document.querySelectorAll('label')].map(({ textContent }) => textContent)).toEqual([
    italian.check.camera,
    italian.check.speaker,
  ])
  await choose(italian.check.camera, 'room-cam')
  await choose(italian.check.speaker, 'wall')
  expect(taken).toEqual(['camera: room-cam', 'speaker: wall'])
  expect(readChosenDevices()).toEqual({ camera: 'room-cam', microphone: null, speaker: 'wall' })
  expect(document.querySelector('[role="status"]')?.textContent).toBe('')
})

it('says so when one does not open, and remembers the one before', async () => {
  answer = 'in-use'
  await choose(italian.check.camera, 'room-cam')
  expect(document.querySelector('[role="status"]')?.textContent).toContain(italian.check.camera)
  expect(readChosenDevices().camera).toBeNull()
})

it('has the focus while it is open, and gives it back to its key', async () => {
  const menu = () => document.querySelector('section')
  expect(document.activeElement).toBe(menu())
  expect(key()?.getAttribute('aria-expanded')).toBe('true')
  await act(async () => menu()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
  expect(menu()).toBeNull()
  expect(document.activeElement).toBe(key())
})

it('says that there is nothing to choose where there is not', async () => {
  plugged = []
  await act(async () => navigator.mediaDevices.dispatchEvent(new Event('devicechange')))
  expect(document.body.textContent).toContain(words.nothing)
})
