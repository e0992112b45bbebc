// @vitest-environment happy-dom
import { act, useEffect } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SoundAndPicture } from '@/components/call/call-media-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import { epochMs, pageEpoch } from '@/lib/switchboard/ids.ts'
import { type DeskWork, NOTHING_BESIDES } from '@/lib/switchboard/views.ts'
import { offerCommands } from '../call/offer-commands.ts'
import { deskAt, offerFrom } from '../sample-views.ts'
import { type Ring, useRing } from './use-ring.ts'

const inHand = offerFrom()
const inCall: DeskWork = {
  kind: 'in_call',
  offer: inHand,
  connectedAt: epochMs(996_000),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
}

let root: Root
let ring: Ring | null
let muted: SoundAndPicture
let isSharing: boolean
let refusal: string | null

const offer = {
  ...offerCommands(inHand.id, pageEpoch(3), null, () => undefined),
  hangUp: async (): Promise<CommandAnswer> =>
    refusal === null ? { ok: true, value: null } : { ok: false, refusal, detail: {} },
}
const media = {
  setUserMuted(next: Partial<SoundAndPicture>) {
    muted = { ...muted, ...next }
  },
  screens: {
    own: {
      stop() {
        isSharing = false
      },
    },
  },
}

function Ringing({ work }: { work: DeskWork }) {
  const now = useRing(
    { offer: 'offer' in work ? offer : null, answer: (one) => one.answer(), media },
    deskAt(work),
  )
  useEffect(() => {
    ring = now
  })
  return null
}

const show = (work: DeskWork) => act(async () => root.render(<Ringing work={work} />))
const hangUp = () => act(async () => ring?.hangUp())

beforeEach(() => {
  muted = { sound: false, picture: true }
  isSharing = true
  root = openRoot()
})
afterEach(() => closeRoot(root))

it.each([
  ['hand-over-running', 'handOver'],
  ['unreachable', 'unreachable'],
  ['fault', 'other'],
])(
  'opens nothing again when the end is refused with %s, and says so until it is read',
  async (code, words) => {
    refusal = code
    await show(inCall)
    await hangUp()
    expect({ ...muted, isSharing }).toEqual({ sound: true, picture: true, isSharing: false })
    expect(ring).toMatchObject({ asked: null, notEnded: words })
    await act(async () => ring?.forgetNotEnded())
    expect(ring?.notEnded).toBeNull()
  },
)

it('says nothing of an end that came true, now or at the second try', async () => {
  refusal = 'unreachable'
  await show(inCall)
  await hangUp()
  refusal = null
  await hangUp()
  expect(ring).toMatchObject({ asked: 'hang_up', notEnded: null })
})

it('says nothing where the call was over already, and nothing once it has gone', async () => {
  refusal = 'offer-over'
  await show(inCall)
  await hangUp()
  expect(ring?.notEnded).toBeNull()
  refusal = 'fault'
  await hangUp()
  expect(ring?.notEnded).toBe('other')
  await show({ kind: 'idle', readyAt: epochMs(0) })
  expect(ring?.notEnded).toBeNull()
})
