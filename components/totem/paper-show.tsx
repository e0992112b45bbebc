import { type ReactNode, useEffect, useRef } from 'react'
import type { PaperShow as OwnPaperShow } from '@/components/call/own-paper.ts'
import type { OwnPaper } from '@/components/call/paper-state.ts'
import { useFollowed } from '@/components/call/use-followed.ts'
import { catchFocus } from '@/components/ui/kept-focus.ts'
import { Icon } from './icon.tsx'
import { Key } from './key.tsx'
import type { Words } from './words.ts'

interface PaperShowProps {
  words: Words
  paper: OwnPaperShow
  /** One may be shown now: there is a camera to hold it to, and somebody to see it. */
  canShow: boolean
  /** The visitor is on hold: nobody sees it until the call goes on. */
  isHeld: boolean
  /** The room is needed for something else: what is shown is said and can be stopped, and not seen here. */
  isSmall: boolean
}

/** The key to show a paper; while one is shown, exactly what the operator sees of it, and the key to stop. */
export function PaperShow({ words, paper, canShow, isHeld, isSmall }: PaperShowProps) {
  const say = words.paper
  const state = useFollowed(paper.subscribe, paper.state)
  if (state.kind === 'none') {
    if (!canShow) return null
    return (
      <Key ref={catchFocus} tone="night" className="min-h-132" onClick={paper.show}>
        <Icon name="scan-text" className="size-56" />
        {say.show}
      </Key>
    )
  }
  const { title, text } = saidOf(state, isHeld, words)
  return (
    <section aria-label={say.name} className="flex flex-col gap-24 rounded-card bg-card p-36 text-ink">
      <p role="status" className="text-lead font-bold">
        {title}
        <span className="block text-body font-normal text-ink-2">{text}</span>
      </p>
      {state.kind === 'shown' && !isSmall && <PaperView state={state} label={say.name} />}
      {state.kind === 'opening' && !isSmall && <Frame isSent={false}>{null}</Frame>}
      <Key ref={catchFocus} tone="blue" className="min-h-132 text-lead" onClick={paper.stop}>
        <Icon name="eye-off" className="size-56" />
        {state.kind === 'unavailable' ? say.close : say.stop}
      </Key>
    </section>
  )
}

/** On hold that it will be seen again comes before the call goes on, while it can still be stopped. */
function saidOf(state: Exclude<OwnPaper, { kind: 'none' }>, isHeld: boolean, { paper: say }: Words) {
  if (state.kind === 'unavailable') return { title: say.unavailable, text: say.unavailableText }
  if (state.kind === 'shown' && state.isSent) return { title: say.seen, text: say.hint }
  if (isHeld) return { title: say.held, text: say.heldText }
  return { title: say.notSeen, text: state.kind === 'opening' ? say.opening : say.hint }
}

/** The very picture that is sent: not a mirror, or the text would not be readable. */
function PaperView({ state, label }: { state: Extract<OwnPaper, { kind: 'shown' }>; label: string }) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    video.srcObject = state.picture
    return () => {
      video.srcObject = null
    }
  }, [state.picture])
  return (
    <Frame isSent={state.isSent}>
      <video
        ref={element}
        aria-label={label}
        autoPlay
        muted
        playsInline
        className="size-full rounded-chip object-contain"
      />
    </Frame>
  )
}

/** Solid while somebody sees what is in it. */
function Frame({ isSent, children }: { isSent: boolean; children: ReactNode }) {
  return (
    <div
      className={`aspect-video rounded-key border-8 bg-night ${isSent ? 'border-solid border-sun' : 'border-dashed border-line-strong'}`}
    >
      {children}
    </div>
  )
}
