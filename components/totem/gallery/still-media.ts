import type { WholeCallMedia } from '@/components/call/call-media.ts'
import { type CallMediaState, MEDIA_AT_REST, type RemoteEnd } from '@/components/call/call-media-state.ts'
import { NO_PAPER, type OwnPaper } from '@/components/call/paper-state.ts'
import type { Line } from '@/components/call/text/conversation.ts'
import { TEXT_AT_REST, type TextTalkState } from '@/components/call/text/text-state.ts'
import { ANNA } from '../sample-views.ts'

const nothing = () => undefined
const noUndoing = () => nothing

/** Media through which nothing passes, for screens that are only looked at: it says what it is told to say. */
export function stillMedia(
  state: CallMediaState,
  { text = TEXT_AT_REST, paper = NO_PAPER }: { text?: TextTalkState; paper?: OwnPaper } = {},
): WholeCallMedia {
  return {
    openDevices: async () => ({ sound: { ok: true }, picture: { ok: true } }),
    closeDevices: nothing,
    takeChosen: async () => null,
    apply: nothing,
    setUserMuted: nothing,
    muteUndeclared: nothing,
    setVolume: nothing,
    takePictures: nothing,
    setUsualVolume: nothing,
    boundPicture: nothing,
    attachRemote: noUndoing,
    attachOther: noUndoing,
    attachCurtain: noUndoing,
    afterPicture: (paint) => paint(),
    resumeSound: async () => undefined,
    stats: async () => [],
    sounds: () => [],
    packets: { send: () => true, on: noUndoing },
    text: {
      state: () => text,
      subscribe: noUndoing,
      write: nothing,
      append: nothing,
      erase: nothing,
      call: nothing,
    },
    papers: {
      own: { show: nothing, stop: nothing, nameCamera: nothing, state: () => paper, subscribe: noUndoing },
      received: { picture: () => null, subscribe: noUndoing },
    },
    screens: {
      own: {
        start: async () => false,
        stop: nothing,
        isOn: () => false,
        attach: noUndoing,
        subscribe: noUndoing,
      },
      received: { attach: noUndoing },
    },
    state: () => state,
    subscribe: noUndoing,
    stop: async () => undefined,
  }
}

const ALL = { sound: true, picture: true, text: true }

export const sending = (identity: string, more: Partial<RemoteEnd> = {}): RemoteEnd => ({
  identity,
  picture: true,
  sound: true,
  receives: ALL,
  isSpeaking: false,
  ...more,
})

/** In a call with these people, the first of them large, everything open and passing. */
export const mediaWith = (
  remotes: readonly RemoteEnd[],
  more: Partial<CallMediaState> = {},
): CallMediaState => ({
  ...MEDIA_AT_REST,
  devices: { sound: { kind: 'open', label: 'Microfono' }, picture: { kind: 'open', label: 'Videocamera' } },
  sending: { sound: true, picture: true },
  channels: ALL,
  connection: 'connected',
  ready: true,
  remote: remotes[0] ?? null,
  remotes,
  reachable: remotes.map(({ identity }) => identity),
  receives: remotes[0]?.receives ?? { sound: false, picture: false, text: false },
  // A page without a browser has none: the gallery gives it the name, and the screens look for nothing else.
  selfView: new MediaStream(),
  ...more,
})

const VISITOR = { by: 't-call', run: 'v' }
const OPERATOR = { by: ANNA.identity, run: 'o' }

/** Some lines of either, and one that is being typed at each end. */
export const TALK: TextTalkState = {
  ...TEXT_AT_REST,
  conversation: {
    lines: [
      line(OPERATOR, 0, 'Buongiorno, mi legge?', true),
      line(VISITOR, 0, 'Sì, grazie. Ho perso la carta d’identità.', true),
      line(OPERATOR, 1, 'Serve la denuncia di smarrimento. Ce l’ha con sé?', true),
      line(VISITOR, 1, 'L’ho fatta iera', false),
      line(OPERATOR, 2, 'Bene. Le mostro che cos', false),
    ],
  },
  writer: VISITOR,
  draft: 'L’ho fatta iera',
  names: { [ANNA.identity]: 'Anna' },
  isHeard: true,
}

function line({ by, run }: { by: string; run: string }, number: number, text: string, isDone: boolean): Line {
  return { by, run, number, revision: 1, text, isDone }
}
