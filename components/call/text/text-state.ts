import type { Conversation } from './conversation.ts'
import type { Writer } from './own-lines.ts'

/** Real-time text of one page: what has been typed in the call it is in, and the means to type. */
export interface TextTalk {
  state: () => TextTalkState
  /** Calls `listener` after every change of `state()`. Returns its undoing. */
  subscribe: (listener: () => void) => () => void
  /** The field says `text` now, whatever was done to it; a line end in it finishes the line. */
  write: (text: string) => void
  /** Puts `text` behind what is being typed. */
  append: (text: string) => void
  /** Takes back one character, as a person counts them. */
  erase: () => void
  /** What people in the room are called. A totem hands it on with the conversation. */
  call: (names: Readonly<Record<string, string>>) => void
}

export interface TextTalkState {
  conversation: Conversation
  /** Typed before the totem's page was loaded anew: only this page still has it. */
  earlier: Conversation
  /** Who types here; null: in no call. */
  writer: Writer | null
  /** The line that is being typed here. */
  draft: string
  names: Readonly<Record<string, string>>
  /** Somebody receives what is typed now. */
  isHeard: boolean
  /** The totem's page was loaded anew in this call: what had been typed before is gone there. */
  isForgotten: boolean
  /** What became of the last text that was put in; gone with the next that passes, or after some seconds. */
  trouble: TextTrouble | null
}

/** `cut`: only the beginning of what was put in fitted. `tooFast`: more than anybody types; it was not taken. */
export type TextTrouble = 'cut' | 'tooFast'

/** In no call. */
export const TEXT_AT_REST: TextTalkState = {
  conversation: { lines: [] },
  earlier: { lines: [] },
  writer: null,
  draft: '',
  names: {},
  isHeard: false,
  isForgotten: false,
  trouble: null,
}
