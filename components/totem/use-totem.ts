'use client'

import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState, SoundAndPicture } from '@/components/call/call-media-state.ts'
import type { LateCallMedia } from '@/components/call/late-call-media.ts'
import { useTotemCallMedia } from '@/components/call/use-totem-call-media.ts'
import { languageTag } from '@/lib/i18n/locale.ts'
import type { Channels } from '@/lib/switchboard/board.ts'
import { type CallId, callId as toCallId } from '@/lib/switchboard/ids.ts'
import type { Callable, TotemView } from '@/lib/switchboard/views.ts'
import { type CallCommands, callCommands } from './call-commands.ts'
import { nextStepsFrom } from './next-steps-from.ts'
import { type Link, type Screen, screenFor } from './screen.ts'
import { currentPage, NEW_VISITOR, nextState, type TotemAction, type TotemState } from './totem-state.ts'
import { troubleOf } from './trouble.ts'
import { useCallReports } from './use-call-reports.ts'
import { useTotemLink } from './use-totem-link.ts'

/** Everything the screens show, and everything a touch can ask for. */
export interface Totem {
  state: TotemState
  screen: Screen
  link: Link
  view: TotemView | null
  clockOffsetMs: number
  media: LateCallMedia
  mediaState: CallMediaState
  dispatch: (action: TotemAction) => void
  /** The way to a call about a service: its notice, or why not. */
  askForCall: (service: string) => void
  /** `written`: neither camera nor microphone; the two write to each other. */
  startCall: (way: CallWay) => void
  /** The call at hand, or the one being placed, is only written. */
  isWritten: boolean
  /** "Sono qui". The stream says that it was heard. */
  sayStillHere: () => void
  leaveCall: () => void
  /** Leaves the last screen of a call, or of a visit: nothing of it stays. */
  finish: () => void
  /** From any screen that bars the way to the first one. */
  goHome: () => void
  /** From the last screen of a call to the notice of the next. */
  callAgain: (service: string) => void
  /** Speaks for the totem again after another page had taken over. */
  takeBack: () => void
}

export type CallWay = 'spoken' | 'written'

/** What "Avvia" hopes for; corrected as soon as the devices have been asked. */
const HOPED: Readonly<Record<CallWay, Channels>> = {
  spoken: { sound: true, picture: true, text: true },
  written: { sound: false, picture: false, text: true },
}

/** Which devices a call of this kind opens. */
const DEVICES_OF: Readonly<Record<CallWay, SoundAndPicture>> = {
  spoken: { sound: true, picture: true },
  written: { sound: false, picture: false },
}

/** The totem's page: one link to the server, one set of media, one visitor's reading. */
export function useTotem(slug: string, initial: Pick<TotemState, 'locale' | 'modes'>): Totem {
  const [state, dispatch] = useReducer(nextState, { ...NEW_VISITOR, ...initial })
  const [attempt, setAttempt] = useState(0)
  /** The touch on "Avvia" whose call the stream does not show yet. */
  const placing = useRef<AbortController | null>(null)
  /** "Avvia" was touched before the server has named this page: its service, until it can be asked. */
  const early = useRef<{ service: string; way: CallWay } | null>(null)
  /** The call that came of the last "Avvia", until the stream shows it. */
  const placed = useRef<string | null>(null)
  /** The visitor turned away before the stream showed their call: what it shows next is not theirs. */
  const [isDisowning, setDisowning] = useState(false)
  /** The call that the visitor has turned away from. */
  const [left, setLeft] = useState<CallId | null>(null)
  const isFirstView = useRef(true)
  const [way, setWay] = useState<CallWay>('spoken')

  const {
    media,
    state: mediaState,
    onView,
    onBeat,
  } = useTotemCallMedia(
    {
      async fetchToken({ identity }) {
        const answer = await commands?.join(callIdOf(identity))
        if (!answer?.ok) throw new Error(`no ticket: ${answer?.refusal ?? 'no page yet'}`)
        return answer.value
      },
      onJoined: ({ identity }) => void commands?.joined(callIdOf(identity)),
    },
    () => void startAfresh(),
  )
  const {
    link,
    view: told,
    epoch,
    clockOffsetMs,
  } = useTotemLink(slug, attempt, {
    // The call that is being left counts as gone: devices close at the touch.
    onView(next) {
      if (isFirstView.current && next.call?.mode === 'text') {
        setWay('written')
        void media.openDevices(DEVICES_OF.written)
      }
      onView(isDisowning || (next.call && next.call.id === left) ? { ...next, call: null } : next)
      if (isFirstView.current) keepMuted(media, next)
      isFirstView.current = false
    },
    onBeat,
    paint: media.afterPicture,
  })
  const commands = useMemo(() => (epoch === null ? null : callCommands(slug, epoch)), [slug, epoch])

  const view = told && isDisowning ? { ...told, call: null } : told
  const call = view?.page === 'current' ? view.call : null
  const screen = screenFor(state, view, link, left)
  useCallReports(commands, call?.id === left ? null : call, mediaState)

  const liveCallId = call && call.phase.kind !== 'over' ? call.id : null
  // Also one that is over already: it may have ended while the stream was away.
  const seenCallId = liveCallId ?? (call?.id === state.dismissed ? null : (call?.id ?? null))
  const isAnswered = screen.kind === 'call'
  useEffect(() => {
    if (!seenCallId) return
    placed.current = null
    dispatch({ type: 'callSeen', isAnswered })
  }, [seenCallId, isAnswered])

  // Over and no longer on the screen: nothing of it is needed any more.
  const isOnScreen =
    ('call' in screen && screen.call !== null) ||
    (screen.kind === 'page' && screen.page.kind === 'callback' && screen.page.callId !== null)
  const finishedId = call?.phase.kind === 'over' && !isOnScreen ? call.id : null
  const cleanUp = useEffectEvent((callId: string) => {
    void commands?.farewell(callId)
    media.closeDevices()
  })
  useEffect(() => {
    if (finishedId) cleanUp(finishedId)
  }, [finishedId])

  /** Turning away is final: it is over here at once, and said until the server has heard it. */
  const leaveCall = () => {
    if (!call) return disown()
    if (!view || !commands || left === call.id) return
    setLeft(call.id)
    // Nothing leaves the page from here on; taking the connection down takes longer than a frame.
    media.setUserMuted({ sound: true, picture: true })
    void tellLeft(commands, call.id)
    setTimeout(() => onView({ ...view, call: null }), AFTER_A_FRAME_MS)
  }

  /** "Avvia" is taken back before the stream has shown what came of it. */
  const disown = () => {
    if (early.current) {
      early.current = null
      media.closeDevices()
      dispatch({ type: 'wentBack' })
      return
    }
    if (!placing.current && !placed.current) return
    setDisowning(true)
    media.closeDevices()
    dispatch({ type: 'wentBack' })
    placing.current?.abort()
    if (!placing.current && placed.current && commands) void settleDisowned(commands, placed.current)
  }

  const settleDisowned = async (to: CallCommands, callId: string) => {
    placed.current = null
    await tellLeft(to, callId)
    // The stream may show it for a moment yet.
    setLeft(toCallId(callId))
    setDisowning(false)
  }

  const askForCall = (service: string) => {
    media.prepare()
    const callable = view?.callable[service]
    dispatch({ type: 'opened', page: callable?.kind === 'no' ? why(service, callable) : notice(service) })
  }

  const startCall = (chosen: CallWay) => {
    const page = currentPage(state)
    // A second touch may come before the first has been painted.
    if (page.kind !== 'notice' || placing.current || isDisowning) return
    dispatch({ type: 'callStarted' })
    setWay(chosen)
    if (commands) void place(commands, page.service, chosen)
    else early.current = { service: page.service, way: chosen }
    void media.openDevices(DEVICES_OF[chosen])
  }

  const place = async (to: CallCommands, service: string, chosen: CallWay) => {
    const wanted = new AbortController()
    placing.current = wanted
    placed.current = null
    const key = crypto.randomUUID()
    const needs = chosen === 'written' ? { ...needsOf(state), mode: 'text' as const } : needsOf(state)
    const answer = await to.place(service, HOPED[chosen], needs, key, wanted.signal)
    placing.current = null
    if (wanted.signal.aborted) {
      if (answer.ok) await settleDisowned(to, answer.value.callId)
      else setDisowning(false)
      return
    }
    if (answer.ok) {
      placed.current = answer.value.callId
      return
    }
    media.closeDevices()
    dispatch({
      type: 'callRefused',
      trouble: troubleOf(answer.refusal),
      nextSteps: nextStepsFrom(answer.detail.nextSteps),
    })
  }

  const settleEarly = useEffectEvent(() => {
    const asked = early.current
    if (asked === null || (!commands && link !== 'stale')) return
    early.current = null
    if (commands) {
      void place(commands, asked.service, asked.way)
      return
    }
    media.closeDevices()
    dispatch({ type: 'callRefused', trouble: 'offline', nextSteps: null })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: an early touch waits for either of these
  useEffect(() => settleEarly(), [commands, link])

  /** A call that is still alive behind a screen that is left ends with it. */
  const putAway = () => {
    if (liveCallId || early.current || placing.current || placed.current) leaveCall()
    if (call) dispatch({ type: 'callDismissed', callId: call.id })
  }

  const finish = () => {
    putAway()
    dispatch(call ? { type: 'wiped', dismissed: call.id } : { type: 'wiped' })
  }

  const goHome = () => {
    putAway()
    dispatch({ type: 'opened', page: { kind: 'home' } })
  }

  const callAgain = (service: string) => {
    media.prepare()
    putAway()
    if (currentPage(state).kind === 'trouble') dispatch({ type: 'wentBack' })
    dispatch({ type: 'opened', page: notice(service) })
  }

  return {
    state,
    screen,
    link,
    view,
    clockOffsetMs,
    media,
    mediaState,
    dispatch,
    askForCall,
    startCall,
    isWritten: way === 'written',
    sayStillHere: () => {
      if (call) void commands?.stillHere(call.id)
    },
    leaveCall,
    finish,
    goHome,
    callAgain,
    takeBack() {
      // What its visitor had switched off on the other page is as unknown here as after a reload.
      isFirstView.current = true
      setAttempt(attempt + 1)
    },
  }
}

/**
 * The call's code is not to be had: most likely this page is from before an update of the server. A fresh
 * one comes back into the same call; without a server it would be a browser's error page, so ask first.
 */
async function startAfresh() {
  const answer = await fetch(location.href, { method: 'HEAD' }).catch(() => null)
  if (answer?.ok) location.reload()
}

/** The key is down and the next screen painted. */
const AFTER_A_FRAME_MS = 32

/** Anything else is an answer: the call is over, or not this page's to end. */
const MAY_STILL_BE_HEARD: ReadonlySet<string> = new Set(['unreachable', 'fault', 'too-often'])
const LEAVE_AGAIN_MS = 2_000

async function tellLeft(commands: CallCommands, callId: string): Promise<void> {
  for (;;) {
    const answer = await commands.leave(callId)
    if (answer.ok || !MAY_STILL_BE_HEARD.has(answer.refusal)) return
    await new Promise((resolve) => setTimeout(resolve, LEAVE_AGAIN_MS))
  }
}

/**
 * A page that was loaded anew in a call keeps switched off what its visitor had switched off before, also while the
 * call waits for its next operator.
 */
function keepMuted(media: CallMedia, { call }: TotemView) {
  if (call && call.phase.kind !== 'over') media.muteUndeclared(call.channels)
}

const needsOf = ({ locale, modes }: TotemState) =>
  ({ language: languageTag(locale), mode: modes.includes('signs') ? 'lis' : 'spoken' }) as const

const notice = (service: string) => ({ kind: 'notice', service }) as const

const why = (service: string, { why: refusal, nextSteps }: Extract<Callable, { kind: 'no' }>) =>
  ({ kind: 'trouble', service, trouble: troubleOf(refusal), nextSteps }) as const

/** A totem is `t-<callId>` in its call's room. */
const callIdOf = (identity: string): string => identity.replace(/^t-/, '')
