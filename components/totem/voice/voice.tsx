'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { nextVolume } from '@/components/call/volume.ts'
import { VOLUMES_DB } from '@/lib/content/volumes.ts'
import { LISTENING } from '../use-quiet.ts'
import { fill, type Words } from '../words.ts'
import { focused, isWritten, moveFocus, place } from './move-focus.ts'
import { isAlert, watchNews } from './news.ts'
import { holdQuietNews } from './quiet-news.ts'
import { createSpeaker } from './speaker.ts'
import { wayBack } from './way-back.ts'
import { piecesOf, whatIsSaidOf } from './what-is-said.ts'

interface VoiceProps {
  words: Words
  /** BCP 47, of the words. */
  language: string
}

/**
 * The totem for whoever does not see it: arrows move, what has the focus is said, Enter touches it, 5 says it
 * again, 0 reads the whole screen, 9 and 7 make it louder and softer (EN 301 549, 5.1.3.12), Escape goes back. What was
 * typed is said where somebody asks for it: with the whole screen, or by Enter on its field. Every key cuts off what is
 * being said, and so does trouble; quieter news waits for silence.
 */
export function Voice({ words, language }: VoiceProps) {
  const [speaker] = useState(createSpeaker)
  /** Since the last key: an alert that leads somewhere else is said with where it leads. */
  const alerts = useRef<readonly Element[]>([])
  /** When what is being said was asked for. Null: it came by itself. */
  const askedAt = useRef<number | null>(null)
  const sayOf = useEffectEvent((element: Element) => {
    askedAt.current = performance.now()
    const why = alerts.current.filter(({ isConnected }) => isConnected)
    speaker.say([
      ...why.flatMap((alert) => piecesOf(alert, language, words.voice.typed)),
      ...whatIsSaidOf(element, words, language),
    ])
  })
  const sayNews = useEffectEvent((news: readonly Element[]) => {
    askedAt.current = null
    speaker.say(news.flatMap((each) => piecesOf(each, language, words.voice.typed)))
  })
  const readAll = useEffectEvent(() => {
    askedAt.current = performance.now()
    speaker.say(piecesOf(place(), language, null))
  })
  const again = useEffectEvent(() => {
    askedAt.current = performance.now()
    speaker.again()
  })
  const turn = useEffectEvent((direction: 'louder' | 'softer') => {
    speaker.setVolume(nextVolume(speaker.volume(), direction) ?? speaker.volume())
    const step = VOLUMES_DB.indexOf(speaker.volume()) + 1
    const text = fill(words.call.volumeOf, { step, steps: VOLUMES_DB.length })
    // Then 5 says again, as loud, what was not heard.
    speaker.aside([{ text, language }])
  })
  const tellPrivate = useEffectEvent((field: HTMLInputElement) => {
    askedAt.current = performance.now()
    // A number digit by digit: as one nobody would recognise it.
    const text = field.type === 'tel' ? Array.from(field.value).join(' ') : field.value
    speaker.say([{ text, language }])
  })
  const welcome = useEffectEvent(() => {
    const { on, aloud, help } = words.voice
    speaker.say([{ text: `${on} ${aloud} ${help}`, language }])
  })

  useEffect(() => {
    welcome()
    const undo = new AbortController()
    const { signal } = undo
    const quiet = holdQuietNews(speaker, (news) => sayNews(news))
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof Element) sayOf(target)
    }
    const onKey = (event: KeyboardEvent) => {
      speaker.hush()
      quiet.wait()
      alerts.current = []
      const act = ACTIONS[event.key]
      if (!act || event.defaultPrevented || isTyped(event.key)) return
      event.preventDefault()
      act({ again, readAll, turn, tellPrivate })
    }
    document.addEventListener('focusin', onFocus, { signal })
    document.addEventListener('keydown', onKey, { signal })
    const stopNews = watchNews({
      onUrgent(news) {
        alerts.current = news.filter(isAlert)
        sayNews(news)
      },
      onQuiet: quiet.add,
    })
    const listening = setInterval(() => {
      const at = askedAt.current
      if (at === null || performance.now() - at > LONGEST_READING_MS || !speaker.isSpeaking()) return
      window.dispatchEvent(new Event(LISTENING))
    }, TELL_EVERY_MS)
    return () => {
      undo.abort()
      clearInterval(listening)
      stopNews()
      quiet.close()
      speaker.close()
    }
  }, [speaker])
  return null
}

/** A browser's voice that never says that it has ended must not keep a visit open. */
const LONGEST_READING_MS = 10 * 60_000
const TELL_EVERY_MS = 1_000

interface Said {
  again: () => void
  readAll: () => void
  turn: (direction: 'louder' | 'softer') => void
  /** What a field holds that is not said of itself. */
  tellPrivate: (field: HTMLInputElement) => void
}

const ACTIONS: Readonly<Record<string, (said: Said) => void>> = {
  ArrowDown: () => moveFocus('ArrowDown'),
  ArrowRight: () => moveFocus('ArrowRight'),
  ArrowUp: () => moveFocus('ArrowUp'),
  ArrowLeft: () => moveFocus('ArrowLeft'),
  Enter: ({ tellPrivate }) => {
    const here = focused()
    if (here instanceof HTMLInputElement && isWritten(here)) tellPrivate(here)
    else here?.click()
  },
  Escape: goBack,
  '5': ({ again }) => again(),
  '0': ({ readAll }) => readAll(),
  '9': ({ turn }) => turn('louder'),
  '7': ({ turn }) => turn('softer'),
}

/** It belongs to what is being typed: digits, the way between letters, and the end of a line where there are lines. */
const isTyped = (key: string): boolean =>
  (/^(?:\d|ArrowLeft|ArrowRight)$/.test(key) && isWritten(focused())) ||
  (key === 'Enter' && document.activeElement instanceof HTMLTextAreaElement)

function goBack() {
  const way = wayBack(place())
  if (way?.isTouched) way.key.click()
  else way?.key.focus()
}
