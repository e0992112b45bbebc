import { type Dispatch, type RefObject, useLayoutEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'
import { Key } from './key.tsx'
import { MODES, type Mode } from './modes.ts'
import { ScreenHeading } from './screen-heading.tsx'
import type { TotemAction } from './totem-state.ts'
import type { Words } from './words.ts'

interface ModesPanelProps {
  words: Words
  modes: readonly Mode[]
  dispatch: Dispatch<TotemAction>
}

const ICONS: Readonly<Record<Mode, IconName>> = {
  large: 'a-large-small',
  contrast: 'contrast',
  low: 'arrow-down-to-line',
  voice: 'ear',
  signs: 'hand',
}

/** The modes, just above the key that opens them and within everybody's reach; what was there goes on above. */
export function ModesPanel({ words, modes, dispatch }: ModesPanelProps) {
  const onClose = () => dispatch({ type: 'modesShown', shown: false })
  const say = words.modes
  const panel = useRef<HTMLElement>(null)
  useGivenBackFocus(panel)
  return (
    <section
      ref={panel}
      aria-label={say.title}
      className="modes-panel hairline rounded-card border-line-strong bg-card text-ink"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="flex items-center gap-24">
        <Icon name="accessibility" className="size-56 shrink-0 text-blue" />
        <ScreenHeading level={2} className="flex-1 text-title font-bold">
          {say.title}
        </ScreenHeading>
        <Key tone="paper" data-way="back" onClick={onClose}>
          <Icon name="x" className="size-40" />
          {say.close}
        </Key>
      </div>
      <div className="mt-24 grid grid-cols-2 gap-20">
        {MODES.map((mode) => {
          const isOn = modes.includes(mode)
          return (
            <Key
              key={mode}
              tone={isOn ? 'blue' : 'paper'}
              aria-pressed={isOn}
              className="min-h-132 justify-start px-32 text-start"
              onClick={() => dispatch({ type: 'modeToggled', mode })}
            >
              <Icon name={ICONS[mode]} className="size-56 shrink-0" />
              <span className="min-w-0 flex-1">{say[mode]}</span>
              {isOn && <Icon name="check" className="size-44 shrink-0" stroke={3} />}
            </Key>
          )
        })}
        <Key
          tone="paper"
          className="min-h-132 text-small text-ink-2"
          onClick={() => {
            onClose()
            dispatch({ type: 'opened', page: { kind: 'staff' } })
          }}
        >
          {words.staff.entry}
        </Key>
      </div>
      <p className="mt-20 text-small text-ink-2">{say.reset}</p>
    </section>
  )
}

/** Whoever came by keyboard goes on where they were, unless what closed this has taken the focus. */
function useGivenBackFocus(panel: RefObject<HTMLElement | null>) {
  // Before the heading takes it, and before this is gone.
  useLayoutEffect(() => {
    const before = document.activeElement
    const inside = panel.current
    return () => {
      const here = document.activeElement
      if (here !== document.body && !inside?.contains(here)) return
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [panel])
}
