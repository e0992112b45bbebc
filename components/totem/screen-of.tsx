import { createElement, useEffect } from 'react'
import { SelfView } from '@/components/call/self-view.tsx'
import { TYPED_IN_THIS_TAB } from '@/components/call/text/typed-before.ts'
import { useTextTalk } from '@/components/call/text/use-text-talk.ts'
import { useCurtain } from '@/components/call/use-curtain.ts'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import type { TotemCall } from '@/lib/switchboard/views.ts'
import { sheetOf } from './content.ts'
import { Icon } from './icon.tsx'
import { missingDevices } from './missing-devices.ts'
import { NoticeScreen } from './notice-screen.tsx'
import { Over } from './over.tsx'
import { OverScreen } from './over-screen.tsx'
import { PageLayer } from './pages/page-layer.tsx'
import { Promised } from './promised.tsx'
import { CallRating } from './rating/call-rating.tsx'
import { forgetRatings } from './rating/send-rating.ts'
import { ReplacedScreen } from './replaced-screen.tsx'
import { bottomBar, type Scene } from './scene.tsx'
import type { Link, Screen } from './screen.ts'
import { stepsInWords } from './steps-in-words.ts'
import { topLine } from './top-line.tsx'
import type { Page } from './totem-state.ts'
import { CAN_RETRY, type Trouble } from './trouble.ts'
import { TroubleScreen } from './trouble-screen.tsx'
import type { CallScreens } from './use-call-screens.ts'
import { useReconnected } from './use-reconnected.ts'
import { WaitScreen } from './wait-screen.tsx'
import type { Words } from './words.ts'

type ReadPage = Exclude<Extract<Screen, { kind: 'page' }>['page'], { kind: 'home' }>

export interface ScreenOfProps {
  scene: Scene
  screen: Screen
  callScreens: CallScreens | null
}

/** Every screen but home and the call, and what lies over all of them: fetched by `useScreenOf`. */
export function ScreenOf({ scene: given, ...shown }: ScreenOfProps) {
  useKeptFocus()
  const finish = () => {
    forgetRatings()
    // Left by a page that was loaded anew just as its call ended.
    TYPED_IN_THIS_TAB.forget()
    given.totem.finish()
  }
  const scene = { ...given, totem: { ...given.totem, finish } }
  return (
    <>
      <Beyond {...shown} scene={scene} />
      <Over {...shown} scene={scene} />
      {shown.screen.kind === 'page' && <BackForEars words={scene.words} link={scene.totem.link} />}
    </>
  )
}

/** Eyes see the way to a person come back; ears are told. */
function BackForEars({ words, link }: { words: Words; link: Link }) {
  const isBack = useReconnected(link === 'down' || link === 'stale')
  return (
    <p role="status" className="sr-only">
      {isBack ? words.call.reconnected : ''}
    </p>
  )
}

function Beyond({ scene, screen, callScreens }: ScreenOfProps) {
  const { totem, words, locale } = scene
  switch (screen.kind) {
    case 'call':
      return null
    case 'unregistered':
      return <Unregistered />
    case 'replaced':
      return <ReplacedScreen words={words} onTakeBack={totem.takeBack} />
    case 'page':
      return screen.page.kind === 'home' ? null : (
        <PageOf key={JSON.stringify(screen.page)} scene={scene} page={screen.page} />
      )
    case 'wait':
      return <Waiting scene={scene} screen={screen} screens={callScreens} />
    case 'thanks':
      return (
        <OverScreen
          words={words}
          locale={locale}
          top={topLine(scene)}
          title={words.over.title}
          text={words.over.text}
          onDone={totem.finish}
        >
          <CallRating words={words} slug={scene.slug} callId={screen.call.id} />
        </OverScreen>
      )
    case 'promise':
      return <Promised scene={scene} window={screen.window} />
    case 'trouble':
      return <InTrouble key={screen.trouble} scene={scene} screen={screen} />
  }
}

function PageOf({ scene, page }: { scene: Scene; page: ReadPage }) {
  const { totem, words } = scene
  switch (page.kind) {
    case 'notice':
      return (
        <NoticeScreen
          words={words}
          top={topLine(scene)}
          serviceTitle={titleOf(scene, page.service)}
          onStart={() => totem.startCall('spoken')}
          onWrite={() => totem.startCall('written')}
          onReadAll={() => totem.dispatch({ type: 'opened', page: { kind: 'privacy' } })}
          isSigned={totem.state.modes.includes('signs')}
          onSigns={() => totem.dispatch({ type: 'modeToggled', mode: 'signs' })}
          onCancel={() => totem.dispatch({ type: 'wentBack' })}
        />
      )
    case 'staff':
      return <div className="h-full bg-night" />
    default:
      return <PageLayer scene={scene} page={page} />
  }
}

interface WaitingProps {
  scene: Scene
  screen: Extract<Screen, { kind: 'wait' }>
  screens: CallScreens | null
}

function Waiting({ scene, screen, screens }: WaitingProps) {
  const { totem, words, locale, content } = scene
  const { devices, userMuted, selfView } = totem.mediaState
  const missing = missingDevices(devices)
  const phase = screen.call?.phase ?? null
  const curtain = useCurtain(totem.media, 'before')
  const { isForgotten } = useTextTalk(totem.media.text)
  if (phase?.kind === 'waiting' && phase.stillHere && screens) {
    return createElement(screens.StillHereScreen, {
      words,
      locale,
      top: topLine(scene),
      position: phase.position,
      answerBy: phase.stillHere.answerBy,
      now: scene.now,
      isReconnecting: totem.link === 'down',
      onAsked: () => totem.dispatch({ type: 'modesShown', shown: false }),
      onHere: totem.sayStillHere,
      onCancel: totem.leaveCall,
    })
  }
  const asksToGoOn = missing !== 'none' && !totem.state.goesOnWithout
  return (
    <WaitScreen
      ref={curtain}
      words={words}
      top={topLine(scene)}
      phase={phase}
      selfView={
        <SelfView
          state={{ userMuted, selfView }}
          label={words.wait.selfView}
          className="self-view h-332 w-252 shrink-0 rounded-key border-2 border-night-line bg-night-2"
        >
          <span className="grid place-content-center justify-items-center gap-16 p-20 text-center text-small">
            {missing === 'picture' || missing === 'both' ? (
              <Icon name="camera-off" className="size-72" />
            ) : (
              <Icon name="user-round" className="size-72" />
            )}
            {totem.isWritten || devices.picture.kind === 'unavailable'
              ? words.wait.selfOff
              : words.wait.selfOpening}
          </span>
        </SelfView>
      }
      isReconnecting={totem.link === 'down'}
      isTextForgotten={isForgotten}
      onCallback={
        screen.call &&
        (() => totem.dispatch({ type: 'opened', page: callbackPage(screen.service, screen.call) }))
      }
      onCancel={totem.leaveCall}
    >
      {screens &&
        (asksToGoOn
          ? createElement(screens.DeviceChoice, {
              words,
              missing,
              onGoOn: () => totem.dispatch({ type: 'wentOnWithout' }),
            })
          : createElement(screens.PrepareCard, {
              words,
              sheet: sheetOf(content, screen.service),
              prepared: totem.state.prepared,
              onTick: (item) => totem.dispatch({ type: 'itemTicked', item }),
            }))}
    </WaitScreen>
  )
}

function InTrouble({ scene, screen }: { scene: Scene; screen: Extract<Screen, { kind: 'trouble' }> }) {
  const { totem, words, locale, now } = scene
  const { trouble, service } = screen
  const callable = totem.view?.callable[service]
  // A call that ended with the hours comes without an answer of its own.
  const nextSteps = screen.nextSteps ?? (callable?.kind === 'no' ? callable.nextSteps : null)
  const isBack = totem.link === 'up' && callable?.kind === 'yes'
  return (
    <TroubleScreen
      words={words}
      top={topLine(scene)}
      bottomBar={bottomBar(scene, false)}
      trouble={trouble}
      phone={scene.phone}
      nextSteps={nextSteps && stepsInWords(nextSteps, words, locale, now)}
      onRetry={isBack || CAN_RETRY[trouble] ? () => totem.callAgain(service) : null}
      onCallback={
        (nextSteps?.callback || (screen.call && MAY_BE_CALLED_BACK.has(trouble))) &&
        (() => totem.dispatch({ type: 'opened', page: callbackPage(service, screen.call) }))
      }
      onHome={screen.call ? totem.finish : totem.goHome}
    />
  )
}

const callbackPage = (service: string, call: TotemCall | null): Page => ({
  kind: 'callback',
  service,
  callId: call?.id ?? null,
})

/** Ends of a call that came to nothing, and not by the visitor's wish [SW-120]. */
const MAY_BE_CALLED_BACK: ReadonlySet<Trouble> = new Set([
  'call-expired',
  'call-overflowed',
  'closing',
  'media-away',
  'media-failed',
])

/** The credential is gone: the server makes the page that asks for a code. */
function Unregistered() {
  useEffect(() => location.reload(), [])
  return <div className="h-full bg-night" />
}

const titleOf = ({ content, totem }: Scene, service: string): string =>
  sheetOf(content, service)?.title ??
  (totem.view?.call?.service.slug === service ? totem.view.call.service.title : 'URP')
