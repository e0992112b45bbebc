import { gainOf } from '@/components/call/volume.ts'
import { USUAL_VOLUME_DB, type VolumeDb } from '@/lib/content/volumes.ts'
import { machineVoice } from './machine-voice.ts'
import { createRenderedVoice, type RenderedVoice } from './rendered-voice.ts'
import { noteVoiceFault } from './voice-fault.ts'
import type { Piece } from './what-is-said.ts'

/** Says one thing at a time: what comes next cuts off what is being said. */
export interface Speaker {
  say: (pieces: readonly Piece[]) => void
  /** Between two things: what is said once more is the thing before. */
  aside: (pieces: readonly Piece[]) => void
  /** The last thing once more. */
  again: () => void
  volume: () => VolumeDb
  /** From what is said next. */
  setVolume: (volume: VolumeDb) => void
  hush: () => void
  isSpeaking: () => boolean
  /** Nothing is being said. */
  isSilent: () => boolean
  /** Calls `listener` whenever all has been said that was to be: not when it was cut off. Returns its undoing. */
  onSaid: (listener: () => void) => () => void
  /** Silent, and nothing of it stays. The next word begins anew. */
  close: () => void
}

/**
 * The platform's voices where it has one for each language that is needed, and as long as they speak, or else the
 * rendered one. Neither sends a word anywhere: what is said may be private.
 */
export function createSpeaker(): Speaker {
  let last: readonly Piece[] = []
  let volume = USUAL_VOLUME_DB
  let rendered: RenderedVoice | null = null
  let isMachineMute = false
  /** Grows with everything that cuts off: what fails late is not said into the silence. */
  let turn = 0
  let isSilent = true
  const listeners = new Set<() => void>()
  const said = () => {
    isSilent = true
    for (const listener of listeners) listener()
  }
  const hush = () => {
    turn += 1
    isSilent = true
    if ('speechSynthesis' in window) speechSynthesis.cancel()
    rendered?.hush()
  }
  const forget = () => {
    rendered?.close()
    rendered = null
  }
  const render = (pieces: readonly Piece[]) => {
    // One that failed is made anew by the next word: the network may be back.
    rendered ??= createRenderedVoice(gainOf(volume), {
      onSaid: said,
      onFailed() {
        noteVoiceFault('page')
        forget()
        said()
      },
    })
    isSilent = false
    rendered.say(pieces)
  }
  const speak = (utterance: SpeechSynthesisUtterance, pieces: readonly Piece[], isLast: boolean) => {
    const own = turn
    utterance.onend = () => {
      if (isLast && own === turn) said()
    }
    utterance.onerror = ({ error }) => {
      if (CUT_OFF.has(error)) return
      noteVoiceFault('machine')
      isMachineMute = true
      if (own !== turn) return
      hush()
      render(pieces)
    }
    speechSynthesis.speak(utterance)
  }
  const aside = (pieces: readonly Piece[]) => {
    hush()
    if (pieces.length === 0) return
    const utterances = isMachineMute
      ? []
      : pieces.map((piece) => utteranceOf(piece, volume)).filter((utterance) => utterance !== null)
    if (utterances.length < pieces.length) return render(pieces)
    isSilent = false
    for (const utterance of utterances) speak(utterance, pieces, utterance === utterances.at(-1))
  }
  return {
    say(pieces) {
      if (pieces.length > 0) last = pieces
      aside(pieces)
    },
    aside,
    again: () => aside(last),
    volume: () => volume,
    setVolume(next) {
      volume = next
      rendered?.setVolume(gainOf(next))
    },
    hush,
    isSpeaking: () =>
      rendered?.isSpeaking() === true || ('speechSynthesis' in window && speechSynthesis.speaking),
    isSilent: () => isSilent,
    onSaid(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      hush()
      forget()
    },
  }
}

/** Not faults: what comes next has cut off what was being said. */
const CUT_OFF: ReadonlySet<string> = new Set(['canceled', 'interrupted'])

/** By a voice of this machine. Null: it has none for the language. */
function utteranceOf({ text, language }: Piece, volume: VolumeDb): SpeechSynthesisUtterance | null {
  const voice = machineVoice(language)
  if (!voice) return null
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.lang = language
  utterance.volume = gainOf(volume)
  utterance.voice = voice
  return utterance
}
