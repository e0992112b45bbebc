import type { OwnPaper } from '@/components/call/paper-state.ts'
import type { StagePage } from '@/lib/content/stage-page.ts'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { NOTHING_BESIDES, type TotemCall } from '@/lib/switchboard/views.ts'
import { ANNA, callIn, MONDAY_1042 } from '../sample-views.ts'
import type { LivePhase, Screen } from '../screen.ts'
import type { Totem } from '../use-totem.ts'
import type { Words } from '../words.ts'
import { mediaWith, sending, stillMedia, TALK } from './still-media.ts'

type MomentOfCall = Pick<Totem, 'screen' | 'media' | 'mediaState' | 'link'>

const anna = sending(ANNA.identity)
const interpreter = { identity: 'g-lis', as: 'interpreter', name: 'Lucia Montanari' } as const
const talking: Extract<LivePhase, { kind: 'in_call' }> = {
  kind: 'in_call',
  operator: ANNA,
  connectedAt: epochMs(MONDAY_1042 - 95_000),
  lost: { totem: null, desk: null },
  ...NOTHING_BESIDES,
}

interface Scenario {
  phase?: Partial<typeof talking>
  call?: Partial<TotemCall>
  link?: Totem['link']
  state?: Parameters<typeof mediaWith>[1]
  people?: Parameters<typeof mediaWith>[0]
  more?: Parameters<typeof stillMedia>[1]
  /** A picture needs a page around it, so it is made when the screen is. */
  paper?: () => OwnPaper
  /** What is touched before one looks. */
  keys?: (words: Words) => readonly string[]
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  call: {},
  'call switched off': {
    state: { userMuted: { sound: true, picture: true }, sending: { sound: false, picture: false } },
  },
  'call by sound': { people: [sending(ANNA.identity, { picture: false })] },
  'call read': { more: { text: TALK } },
  'call typed': { more: { text: TALK }, keys: ({ text }) => [text.write] },
  'call on hold': {
    phase: { hold: { stage: 'held', since: epochMs(MONDAY_1042 - 42_000) } },
    people: [],
  },
  'call cut off': { link: 'down' },
  'call with an interpreter': { people: [sending('g-lis'), anna], call: { guests: [interpreter] } },
  'call with a listener': {
    phase: { supervisor: { displayName: 'Sofia', as: 'listening', identity: 's-1' } },
  },
  'call with a sheet': { phase: { stage: { kind: 'sheet', slug: 'cie', part: 'whatToBring.1' } } },
  'call with a list': { phase: { stage: { kind: 'checklist', slug: 'cie', ticked: [0] } } },
  'call read beside a sheet': {
    phase: { stage: { kind: 'sheet', slug: 'cie', part: null } },
    more: { text: TALK },
  },
  'call typed over a sheet': {
    phase: { stage: { kind: 'sheet', slug: 'cie', part: null } },
    more: { text: TALK },
    keys: ({ text }) => [text.write],
  },
  'call with a third': {
    phase: { supervisor: { displayName: 'Sofia', as: 'third', identity: 's-1' } },
    people: [anna, sending('s-1')],
  },
  'call with a paper': { more: { paper: { kind: 'opening' } } },
  'call with a paper seen': {
    paper: () => ({ kind: 'shown', picture: new MediaStream(), isSent: true }),
  },
  'call with a paper on hold': {
    phase: { hold: { stage: 'held', since: epochMs(MONDAY_1042 - 42_000) } },
    people: [],
    paper: () => ({ kind: 'shown', picture: new MediaStream(), isSent: false }),
  },
}

export const CALL_MOMENTS = Object.keys(SCENARIOS)

/** The keys that lead to this screen of a call; null: it is no such screen. */
export const keysInCall = (name: string, words: Words): readonly string[] | null => {
  const scenario = SCENARIOS[name]
  return scenario ? (scenario.keys?.(words) ?? []) : null
}

/** A totem in this moment of a call; null: it is no moment of one. */
export function momentOfCall(name: string): MomentOfCall | null {
  const scenario = SCENARIOS[name]
  if (!scenario) return null
  const phase: LivePhase = { ...talking, ...scenario.phase }
  const mediaState = mediaWith(scenario.people ?? [anna], scenario.state)
  const whole = stillMedia(mediaState, {
    ...scenario.more,
    ...(scenario.paper && { paper: scenario.paper() }),
  })
  const screen: Screen = { kind: 'call', call: callIn(phase, scenario.call), phase }
  return {
    screen,
    link: scenario.link ?? 'up',
    media: { ...whole, prepare: () => undefined, whole: () => whole },
    mediaState,
  }
}

const BRING = ['La carta scaduta o la denuncia', 'La tessera sanitaria', 'Una foto recente, formato tessera']

/** What is shown in those calls, as the server has it. */
export const stagePage = (kind: string | null): StagePage => {
  const list = {
    key: 'whatToBring',
    title: 'Cosa portare',
    as: 'list' as const,
    lines: BRING.map((text, at) => ({ key: `whatToBring.${at}`, text })),
  }
  const cost = {
    key: 'cost',
    title: 'Quanto costa',
    as: 'prose' as const,
    lines: [{ key: 'cost.0', text: '22,21 €, con carta o contanti.' }],
  }
  const how = {
    key: 'howTo',
    title: 'Come si fa',
    as: 'prose' as const,
    lines: [
      { key: 'howTo.0', text: 'Prenota online o allo 059 2032077.' },
      { key: 'howTo.1', text: 'Porta con te quello che serve e vieni all’appuntamento.' },
    ],
  }
  const title = 'Carta d’identità elettronica'
  return kind === 'checklist'
    ? { kind, slug: 'cie', title: 'Cosa portare', lead: title, sections: [list], plan: null }
    : {
        kind: 'sheet',
        slug: 'cie',
        title,
        lead: 'Il documento per chi vive qui, per l’Italia e per l’Europa.',
        sections: [list, how, cost],
        plan: null,
      }
}
