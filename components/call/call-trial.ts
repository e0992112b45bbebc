import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk'
import { createViteServer } from 'vitest/node'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { CallMediaState } from './call-media-state.ts'
import type { PlannedRoom, RoomTicket } from './room-ticket.ts'
import type { Trial } from './trial-page.ts'

export interface MediaServer {
  /** `ws://…` */
  url: string
  apiKey: string
  apiSecret: string
}

/** A call's room on a real media server, and pages that are its ends and nothing else. */
export interface CallTrial {
  /** Turns a browser's page into one end of calls. */
  openEnd: (page: Page) => Promise<TrialEnd>
  openRoom: () => Promise<TrialRoom>
  stop: () => Promise<void>
}

export interface TrialRoom {
  name: string
  /** Makes it anew, as the switchboard does after the media server was away. */
  open: () => Promise<unknown>
  participants: () => Promise<string[]>
  remove: (identity: string) => Promise<void>
  /** Gives `end` a ticket as `identity` and says where it is to be. */
  admit: (end: TrialEnd, identity: string) => Promise<PlannedRoom>
}

export interface TrialEnd {
  page: Page
  /** Applies `plan`; tells when, in milliseconds since 1970. */
  apply: (plan: MediaPlan) => Promise<number>
  state: () => Promise<CallMediaState>
  /** Waits until the newest state has all of `wanted`, looked at as deep as it goes. */
  until: (wanted: PartialDeep<CallMediaState>) => Promise<void>
  /** Milliseconds since 1970 of the first picture that is not black; to be asked for before it comes. */
  firstPictureAt: () => Promise<NonNullable<Trial['firstPictureAt']>>
}

export type PartialDeep<Value> = Value extends object
  ? { [Key in keyof Value]?: PartialDeep<Value[Key]> }
  : Value

/** The plan of an end that is in no room. */
export const NOWHERE: MediaPlan = { room: null, send: 'muted', mayReceive: [], shows: [] }

/** Serves the page of `trial-page.ts`, straight from its sources, on this machine only. */
export async function startCallTrial(server: MediaServer): Promise<CallTrial> {
  const root = path.resolve(import.meta.dirname, '../..')
  const cacheDir = fs.mkdtempSync(path.join(os.tmpdir(), 'call-trial-'))
  const vite = await createViteServer({
    root,
    cacheDir,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    resolve: { alias: { '@': root } },
    optimizeDeps: { include: ['livekit-client'], noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, ws: false, watch: null },
  })
  vite.middlewares.use((request, response, next) => {
    if (request.url !== '/') return next()
    response.setHeader('content-type', 'text/html')
    response.end(
      '<!doctype html><link rel=icon href=data:><body><script type=module src=/components/call/trial-page.ts></script>',
    )
  })
  await vite.listen()
  const address = vite.resolvedUrls?.local[0]
  if (address === undefined) throw new Error('the trial page has no address')
  const rooms = new RoomServiceClient(server.url.replace(/^ws/, 'http'), server.apiKey, server.apiSecret)

  return {
    async openEnd(page) {
      await page.goto(address)
      await page.waitForFunction(() => 'trial' in globalThis)
      return trialEnd(page)
    },
    async openRoom() {
      const name = `call-${randomUUID()}`
      const open = () => rooms.createRoom({ name, maxParticipants: 8 })
      await open()
      return {
        name,
        open,
        participants: async () => (await rooms.listParticipants(name)).map(({ identity }) => identity).sort(),
        remove: (identity) => rooms.removeParticipant(name, identity),
        async admit({ page }, identity) {
          const ticket = await ticketFor(server, name, identity)
          await page.evaluate((given) => trial.tickets.set(`${given.room} ${given.identity}`, given), ticket)
          return { name, identity }
        },
      }
    },
    async stop() {
      await vite.close()
      fs.rmSync(cacheDir, { recursive: true, force: true })
    },
  }
}

/** A ticket with what the switchboard grants to both ends, and no more. */
async function ticketFor(server: MediaServer, room: string, identity: string): Promise<RoomTicket> {
  const token = new AccessToken(server.apiKey, server.apiSecret, { identity, ttl: 600 })
  token.addGrant({
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: true,
    canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE],
    canPublishData: true,
  })
  return { url: server.url, token: await token.toJwt(), room, identity }
}

const trialEnd = (page: Page): TrialEnd => ({
  page,
  apply: (plan) =>
    page.evaluate((next) => {
      trial.watchFirstPicture()
      const at = performance.timeOrigin + performance.now()
      trial.media.apply(next)
      return at
    }, plan),
  state: () => page.evaluate(() => ({ ...trial.media.state(), selfView: null })),
  async until(wanted) {
    await page.waitForFunction(
      (part) => {
        const has = (whole: unknown, piece: unknown): boolean =>
          typeof piece === 'object' && piece !== null
            ? typeof whole === 'object' &&
              whole !== null &&
              Object.entries(piece).every(([key, value]) => has(Reflect.get(whole, key), value))
            : whole === piece
        return has(trial.media.state(), part)
      },
      wanted,
      { polling: 10 },
    )
  },
  async firstPictureAt() {
    const at = await page.waitForFunction(() => trial.firstPictureAt, null, { polling: 10 })
    return (await at.jsonValue()) ?? Number.NaN
  },
})
