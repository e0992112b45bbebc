import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { launchChromium } from './chromium.ts'
import { watchFarEnd } from './far-end.ts'
import { type CameraFormat, HD } from './media/camera-file.ts'
import { fakeDevices } from './media/devices.ts'
import type { Face } from './media/faces.ts'
import { lookAtPort, type SecureRelay } from './secure-relay.ts'

/** The browsers of one run: one process per face, started when first needed, a fresh context per page asked for. */
export interface Crew {
  open(options: CrewPageOptions): Promise<WatchedPage>
  /** Closes every page; the processes stay for the next test. */
  dismiss(): Promise<void>
  close(): Promise<void>
}

export interface CrewPageOptions {
  face: Face
  format?: CameraFormat
  /** Default: the crew's. */
  watching?: Watching
  permissions?: ('camera' | 'microphone')[]
  context?: BrowserContextOptions
  /** Its browser finds this relay by its name, and trusts it. */
  relay?: SecureRelay
  /** With which its browser is started, besides the usual ones. */
  switches?: readonly string[]
}

/**
 * How closely pages are watched. `light`: for measurements of time, which the watching must not slow down.
 * `none`: for measurements of memory, because watching keeps what it has seen.
 */
export type Watching = 'whole' | 'light' | 'none'

export interface WatchedPage {
  page: Page
  context: BrowserContext
  /** Everything the context has asked the network for, sockets too. */
  requested: string[]
  /** Exceptions that no code of the page caught. */
  uncaught: string[]
}

/** @param mediaFolder where the fake cameras' and microphones' files are made */
export function assembleCrew(mediaFolder: string, crewWatching: Watching = 'whole'): Crew {
  const processes = new Map<string, Promise<Browser>>()
  const contexts = new Set<BrowserContext>()

  const processFor = (
    face: Face,
    format: CameraFormat,
    { relay, switches }: { relay: SecureRelay | undefined; switches: readonly string[] },
  ): Promise<Browser> => {
    const key = [face.name, format.height, relay?.fingerprint, ...switches].join(' ')
    const running = processes.get(key)
    if (running) return running
    const started = fakeDevices(mediaFolder, face, format).then((devices) =>
      launchChromium(devices, { relay, switches }),
    )
    processes.set(key, started)
    return started
  }
  const dismiss = async () => {
    await Promise.all([...contexts].map((context) => context.close()))
    contexts.clear()
  }
  return {
    async open({
      face,
      format = HD,
      watching = crewWatching,
      permissions = ['camera', 'microphone'],
      context: options,
      relay,
      switches = [],
    }) {
      const browser = await processFor(face, format, { relay, switches })
      const context = await browser.newContext({
        locale: 'it-IT',
        timezoneId: 'Europe/Rome',
        permissions,
        ...options,
      })
      contexts.add(context)
      const watch = await watchedContext(context, watching)
      if (relay) await context.addInitScript(lookAtPort, relay.port)
      return { page: await context.newPage(), context, ...watch }
    },
    dismiss,
    async close() {
      await dismiss()
      for (const started of processes.values()) await (await started).close()
      processes.clear()
    },
  }
}

async function watchedContext(
  context: BrowserContext,
  watching: Watching,
): Promise<Pick<WatchedPage, 'requested' | 'uncaught'>> {
  const requested: string[] = []
  const uncaught: string[] = []
  if (watching !== 'none') await context.addInitScript(watchFarEnd, watching === 'light')
  context.on('request', (request) => requested.push(request.url()))
  context.on('weberror', (error) => uncaught.push(String(error.error())))
  context.on('page', (page) => page.on('websocket', (socket) => requested.push(socket.url())))
  return { requested, uncaught }
}
