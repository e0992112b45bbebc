'use client'

import { useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react'
import type { CallMedia } from '@/components/call/call-media.ts'
import type { CallMediaState } from '@/components/call/call-media-state.ts'
import { useTotemCallMedia } from '@/components/call/use-totem-call-media.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { Callable, TotemView } from '@/lib/switchboard/views.ts'
import { type CallCommands, callCommands } from './call-commands.ts'
import { missingDevices } from './device-choice.tsx'
import { rememberLocale } from './locale-cookie.ts'
import { createRingBack } from './ring-back.ts'
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
  media: CallMedia
  mediaState: CallMediaState
  /** "Annulla" or "Termina" was touched; the stream has not said so yet. */
  isLeaving: boolean
  dispatch: (action: TotemAction) => void
  /** The way to a call about a service: its notice, or why not. */
  askForCall: (service: string) => void
  startCall: () => void
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

/** What "Avvia" hopes for; corrected as soon as the devices have been asked. Text comes with its own screen. */
const HOPED_CHANNELS = { sound: true, picture: true, text: false }

/** The totem's page: one link to the server, one set of media, one visitor's reading. */
export function useTotem(slug: string, initialLocale: Locale): Totem {
  const [state, dispatch] = useReducer(nextState, { ...NEW_VISITOR, locale: initialLocale })
  const [attempt, setAttempt] = useState(0)
  /** The touch on "Avvia" whose call the stream does not show yet. */
  const placing = useRef<AbortController | null>(null)
  /** The visitor turned away before the server had answered: a call that comes of it is not theirs. */
  const [isDisowning, setDisowning] = useState(false)
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const isFirstView = useRef(true)
  const [ringBack] = useState(createRingBack)

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
      onView(isDisowning || next.call?.id === leaving?.id ? { ...next, call: null } : next)
      if (isFirstView.current) keepMuted(media, next)
      isFirstView.current = false
    },
    onBeat,
  })
  const commands = useMemo(() => (epoch === null ? null : callCommands(slug, epoch)), [slug, epoch])

  const isHidden = isDisowning || (leaving?.isHidden === true && told?.call?.id === leaving.id)
  const view = told && isHidden ? { ...told, call: null } : told
  const call = view?.page === 'current' ? view.call : null
  const screen = screenFor(state, view, link)
  useCallReports(commands, call?.id === leaving?.id ? null : call, mediaState)
  useRingBack(ringBack, screen)
  useEffect(() => rememberLocale(state.locale), [state.locale])

  const liveCallId = call && call.phase.kind !== 'over' ? call.id : null
  useEffect(() => {
    if (liveCallId) dispatch({ type: 'callSeen' })
  }, [liveCallId])

  const farewell = (callId: string) => void commands?.farewell(callId)

  // A cancelled call needs no last screen.
  const cancelledId =
    call?.phase.kind === 'over' && screen.kind === 'page' && call.id !== state.dismissed ? call.id : null
  const cleanUp = useEffectEvent((callId: string) => {
    farewell(callId)
    media.closeDevices()
  })
  useEffect(() => {
    if (cancelledId) cleanUp(cancelledId)
  }, [cancelledId])

  /** Turning away is final: it is said until the server has heard it. `isHidden`: the screen goes on at once. */
  const leaveCall = async (isHidden = false) => {
    if (placing.current) return disown()
    if (!view || !call || !commands || leaving?.id === call.id) return
    setLeaving({ id: call.id, isHidden })
    onView({ ...view, call: null })
    for (;;) {
      const answer = await commands.leave(call.id)
      if (answer.ok || !MAY_STILL_BE_HEARD.has(answer.refusal)) return
      await new Promise((resolve) => setTimeout(resolve, LEAVE_AGAIN_MS))
    }
  }

  /** "Avvia" is taken back while its answer is still under way. */
  const disown = () => {
    placing.current?.abort()
    setDisowning(true)
    media.closeDevices()
    dispatch({ type: 'wentBack' })
  }

  const isHopeless =
    screen.kind === 'wait' && screen.call !== null && missingDevices(mediaState.devices) === 'both'
  const giveUp = useEffectEvent(() => {
    if (!call) return
    dispatch({ type: 'devicesMissing', service: call.service.slug })
    void leaveCall()
  })
  useEffect(() => {
    if (isHopeless) giveUp()
  }, [isHopeless])

  const askForCall = (service: string) => {
    media.prepare()
    const callable = view?.callable[service]
    dispatch({ type: 'opened', page: callable?.kind === 'no' ? why(service, callable) : notice(service) })
  }

  const startCall = () => {
    const page = currentPage(state)
    // A second touch may come before the first has been painted.
    if (page.kind !== 'notice' || placing.current || isDisowning) return
    dispatch({ type: 'callStarted' })
    if (!commands) {
      dispatch({ type: 'callRefused', trouble: 'offline', opensAt: null })
      return
    }
    void place(commands, page.service)
    ringBack.arm()
    void media.openDevices()
  }

  const place = async (to: CallCommands, service: string) => {
    const wanted = new AbortController()
    placing.current = wanted
    const key = crypto.randomUUID()
    const answer = await to.place(service, HOPED_CHANNELS, state.locale, key, wanted.signal)
    placing.current = null
    if (wanted.signal.aborted) {
      if (answer.ok) await to.leave(answer.value.callId)
      setDisowning(false)
      return
    }
    if (answer.ok) return
    media.closeDevices()
    const { opensAt } = answer.detail
    dispatch({
      type: 'callRefused',
      trouble: troubleOf(answer.refusal),
      opensAt: typeof opensAt === 'number' ? opensAt : null,
    })
  }

  /** What is left of a call when its screen is: a finished one is put away, any other is ended. */
  const putAway = () => {
    if (placing.current || liveCallId) void leaveCall(true)
    else if (call) farewell(call.id)
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
    if (call) dispatch({ type: 'callDismissed', callId: call.id })
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
    isLeaving: call !== null && leaving?.id === call.id,
    dispatch,
    askForCall,
    startCall,
    leaveCall: () => void leaveCall(),
    finish,
    goHome,
    callAgain,
    takeBack: () => setAttempt(attempt + 1),
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

/** The call that is being left. `isHidden`: its visitor has gone, so nothing of it is shown any more. */
interface Leaving {
  id: string
  isHidden: boolean
}

/** Anything else is an answer: the call is over, or not this page's to end. */
const MAY_STILL_BE_HEARD: ReadonlySet<string> = new Set(['unreachable', 'fault', 'too-often'])
const LEAVE_AGAIN_MS = 2_000

/** A page that was loaded anew in a call keeps switched off what its visitor had switched off before. */
function keepMuted(media: CallMedia, { call }: TotemView) {
  if (call?.phase.kind !== 'connecting' && call?.phase.kind !== 'in_call') return
  media.setUserMuted({ sound: !call.channels.sound, picture: !call.channels.picture })
}

const notice = (service: string) => ({ kind: 'notice', service }) as const

const why = (service: string, { why: trouble, opensAt }: Extract<Callable, { kind: 'no' }>) =>
  ({ kind: 'trouble', service, trouble, opensAt }) as const

/** A totem is `t-<callId>` in its call's room. */
const callIdOf = (identity: string): string => identity.replace(/^t-/, '')

/** Rings while an operator is being rung; the sound card is held for the wait only. */
function useRingBack(ringBack: ReturnType<typeof createRingBack>, screen: Screen) {
  const isWaiting = screen.kind === 'wait'
  const isRinging = isWaiting && screen.call?.phase.kind === 'ringing'
  useEffect(() => (isWaiting ? ringBack.release : undefined), [ringBack, isWaiting])
  useEffect(() => {
    if (!isRinging) return
    ringBack.start()
    return ringBack.stop
  }, [ringBack, isRinging])
}
