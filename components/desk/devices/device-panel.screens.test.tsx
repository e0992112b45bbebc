import type { Browser, Page } from '@playwright/test'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_DEVICES } from '@/components/call/call-media-state.ts'
import italian from '@/messages/it/desk.json'
import { launchChromium } from '../../../e2e/chromium.ts'
import type { DeviceCheck, Probe } from './device-check.ts'
import { DevicePanel } from './device-panel.tsx'
import type { DeviceCheckControl } from './use-device-check.ts'

const sheets = import.meta.glob<string>('/app/(staff)/staff.css', {
  query: '?inline',
  import: 'default',
  eager: true,
})

const good: Probe = { kind: 'good' }
const no = (why: 'missing' | 'in-use' | 'refused'): Probe => ({ kind: 'unavailable', why })
const CHECKS: Readonly<Record<string, DeviceCheck>> = {
  'no camera': { kind: 'trying', picture: no('missing'), sound: good, network: 'udp' },
  'a camera that is taken': { kind: 'trying', picture: no('in-use'), sound: good, network: 'tls' },
  'a silent microphone': { kind: 'trying', picture: good, sound: { kind: 'doubtful' }, network: 'tcp' },
  'a blocked network': { kind: 'trying', picture: good, sound: good, network: 'blocked' },
  'everything wrong': { kind: 'trying', picture: no('refused'), sound: no('refused'), network: 'blocked' },
}

const nothing = () => undefined
const device = (kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo => {
  const info = { kind, deviceId, label: `HD Pro Webcam C920 ${deviceId}`, groupId: '' }
  return { ...info, toJSON: () => info }
}
const DEVICES = ['1', '2'].flatMap((id) => [device('videoinput', id), device('audioinput', id)])

const controlOf = (check: DeviceCheck): DeviceCheckControl => ({
  check,
  trial: {
    picture: null,
    sound: null,
    devices: DEVICES,
    probes: { picture: good, sound: good },
    close: nothing,
  },
  chosen: DEFAULT_DEVICES,
  stays: true,
  start: nothing,
  stay: nothing,
  choose: nothing,
  probed: nothing,
  accept: nothing,
  close: nothing,
})

/** Where the desk has it: below the bar, between the queue and what one should know. */
const markupOf = (check: DeviceCheck) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="it" messages={{ desk: italian }} timeZone="Europe/Rome">
      <div className="flex h-dvh flex-col">
        <header className="h-16 shrink-0" />
        <div className="grid min-h-0 flex-1 grid-cols-[16.5rem_minmax(0,1fr)_22rem]">
          <div />
          <main className="flex min-h-0 flex-col gap-4 overflow-y-auto p-5">
            <DevicePanel control={controlOf(check)} />
          </main>
        </div>
      </div>
    </NextIntlClientProvider>,
  )

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium(null)
})
afterAll(() => browser.close())

describe.each([
  { width: 1280, height: 800, keysWithin: 800 },
  // The middle column is narrow: the keys are a turn of the wheel away.
  { width: 1024, height: 768, keysWithin: 1_000 },
])('on a screen of $width × $height', ({ keysWithin, ...viewport }) => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage({ viewport })
  })

  it.each(Object.entries(CHECKS))(
    'with %s, what to do is read in lines, and its keys are near',
    async (_, check) => {
      const style = Object.values(sheets).join('\n')
      await page.setContent(`<!doctype html><style>${style}</style><body>${markupOf(check)}`)
      for (const said of await page.getByRole('alert').all()) {
        const { width = 0 } = (await said.boundingBox()) ?? {}
        expect(width, (await said.textContent()) ?? '').toBeGreaterThan(220)
      }
      const { y = Number.POSITIVE_INFINITY, height = 0 } =
        (await page.getByRole('button', { name: italian.check.tryAgain }).boundingBox()) ?? {}
      expect(y + height).toBeLessThan(keysWithin)
    },
  )
})
