'use client'

import { type ReactNode, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import type { Words } from '../words.ts'
import { type KeyAction, type KeyboardLayout, keyRows, type LaidKey, type Layer } from './layout.ts'

export interface KeyboardProps {
  words: Words
  layout: KeyboardLayout
  /** What lies beneath it. */
  ground: 'night' | 'paper'
  onText: (text: string) => void
  onErase: () => void
  /** Asked for by the layout `text` only. */
  onNewline: () => void
}

/**
 * The totem's own keyboard: no system shows one on a public panel. Keys are at least 20 mm (standing touch
 * gains nothing beyond, Colle and Hiszem 2004) and none repeats while held: repetition that one cannot slow
 * down shuts out unsteady hands (EN 301 549, 5.7).
 */
export function Keyboard({ words, layout, ground, onText, onErase, onNewline }: KeyboardProps) {
  const [layer, setLayer] = useState<Layer>('letters')
  const [isShifted, setShifted] = useState(false)
  const say = words.keyboard

  const act = (action: KeyAction) => {
    switch (action.kind) {
      case 'text':
        setShifted(false)
        return onText(action.text)
      case 'erase':
        return onErase()
      case 'newline':
        return onNewline()
      case 'shift':
        return setShifted(!isShifted)
      case 'layer':
        return setLayer(layer === 'letters' ? 'signs' : 'letters')
    }
  }

  return (
    <fieldset dir="ltr" className="flex flex-col gap-[max(calc(12*var(--u)),4*var(--mm))]">
      <legend className="sr-only">{say.title}</legend>
      {keyRows(layout, layer, isShifted).map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={at} className="grid grid-cols-10 gap-[max(calc(12*var(--u)),4*var(--mm))]">
          {row.map((key) => (
            <KeyboardKey
              key={nameOf(key.action)}
              laid={key}
              ground={ground}
              pressed={key.action.kind === 'shift' ? isShifted : undefined}
              label={labelOf(key.action, layer, words)}
              onPress={() => act(key.action)}
            >
              {faceOf(key.action, layer, words)}
            </KeyboardKey>
          ))}
        </div>
      ))}
    </fieldset>
  )
}

interface KeyboardKeyProps {
  laid: LaidKey
  ground: 'night' | 'paper'
  pressed: boolean | undefined
  label: string
  onPress: () => void
  children: ReactNode
}

const FACES = {
  night: {
    text: 'border-night-line bg-night-2 text-white active:bg-night-3',
    other: 'border-night-line bg-night-3 text-white active:bg-night-2',
  },
  paper: {
    text: 'border-line-strong bg-card text-ink active:bg-blue-light',
    other: 'border-line-strong bg-blue-light text-blue-deep active:bg-line',
  },
} as const

/** Acts when the finger comes down, as typing hands expect, and leaves the focus where it is. */
function KeyboardKey({ laid, ground, pressed, label, onPress, children }: KeyboardKeyProps) {
  /** The finger's click that follows has been acted on already; one without a finger has not. */
  const isDone = useRef(false)
  const face = FACES[ground][laid.action.kind === 'text' ? 'text' : 'other']
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      className={`key hairline keyboard-key grid min-h-[max(calc(84*var(--u)),20*var(--mm))] place-content-center rounded-chip text-lead font-semibold ${face} ${pressed ? 'ring-4 ring-sun' : ''}`}
      style={{ gridColumn: `span ${laid.cells}` }}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        isDone.current = true
        onPress()
      }}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isDone.current) onPress()
        isDone.current = false
      }}
    >
      {children}
    </button>
  )
}

const nameOf = (action: KeyAction): string =>
  action.kind === 'text' ? action.text.toLowerCase() : action.kind

function labelOf(action: KeyAction, layer: Layer, { keyboard: say }: Words): string {
  switch (action.kind) {
    case 'text':
      return action.text === ' ' ? say.space : action.text
    case 'layer':
      return layer === 'letters' ? say.signs : say.letters
    default:
      return say[action.kind]
  }
}

function faceOf(action: KeyAction, layer: Layer, words: Words): ReactNode {
  switch (action.kind) {
    case 'erase':
      return <Icon name="delete" className="size-48" />
    case 'shift':
      return <Icon name="arrow-big-up" className="size-48" />
    case 'newline':
      return (
        <span className="flex items-center gap-16 text-body">
          <Icon name="corner-down-left" className="size-48" />
          {words.keyboard.newline}
        </span>
      )
    case 'layer':
      return layer === 'letters' ? '@ # €' : 'a b c'
    case 'text':
      return action.text === ' ' ? <span className="text-body">{words.keyboard.space}</span> : action.text
  }
}
