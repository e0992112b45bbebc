// @vitest-environment happy-dom
import { act } from 'react'
import type { Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CallMediaState, MEDIA_AT_REST } from '@/components/call/call-media-state.ts'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import type { CommandAnswer } from '@/lib/events/send-command.ts'
import type { Channels } from '@/lib/switchboard/board.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import type { TotemCall } from '@/lib/switchboard/views.ts'
import { type CallCommands, callCommands } from './call-commands.ts'
import { ANNA, callIn, MONDAY_1042 } from './sample-views.ts'
import { useCallReports } from './use-call-reports.ts'

const ALL: Channels = { sound: true, picture: true, text: true }
const SILENT: Channels = { ...ALL, sound: false }

let root: Root
/** What was declared, and how each is answered. */
let declared: Channels[]
let answers: ((answer: CommandAnswer) => void)[]
let commands: CallCommands

beforeEach(() => {
  declared = []
  answers = []
  commands = {
    ...callCommands('totem', 1),
    receives: async () => OK,
    channels(_call, channels) {
      declared.push(channels)
      return new Promise((resolve) => answers.push(resolve))
    },
  }
  root = openRoot()
})
afterEach(() => closeRoot(root))

const OK: CommandAnswer = { ok: true, value: null }

function Reports({ call, channels }: { call: TotemCall; channels: Channels }) {
  const open = { kind: 'open', label: '' } as const
  const media: CallMediaState = { ...MEDIA_AT_REST, devices: { sound: open, picture: open }, channels }
  useCallReports(commands, call, media)
  return null
}

/** The page sends this, and the stream says that. */
const at = (channels: Channels, told: Channels) => {
  const lost = { totem: null, desk: null }
  const phase = {
    kind: 'in_call' as const,
    operator: ANNA,
    connectedAt: epochMs(MONDAY_1042),
    lost,
    hold: null,
    colleague: null,
    supervisor: null,
    stage: null,
  }
  const call = callIn(phase, { channels: told })
  return act(async () => root.render(<Reports call={call} channels={channels} />))
}
const answer = () => act(async () => answers.shift()?.(OK))

it('says nothing that is known, and each change once', async () => {
  await at(ALL, ALL)
  expect(declared).toEqual([])
  await at(SILENT, ALL)
  await answer()
  await at(SILENT, ALL)
  await at(SILENT, SILENT)
  expect(declared).toEqual([SILENT])
})

it('says what was changed back while it was being said, whichever comes first, the answer or the stream', async () => {
  await at(ALL, ALL)
  await at(SILENT, ALL)
  await at(ALL, ALL)
  await at(ALL, SILENT)
  await answer()
  expect(declared).toEqual([SILENT, ALL])
})
