'use client'

import { createElement, useEffect } from 'react'
import { SelfView } from '@/components/call/self-view.tsx'
import type { Locale } from '@/lib/i18n/locale.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CallKey, PhoneInstead } from './call-key.tsx'
import { callKeyWording } from './call-key-wording.ts'
import { OFFICES_TOPIC, type Sheet, sheetOf, type TotemContent, URP } from './content.ts'
import { HomeScreen } from './home-screen.tsx'
import { Icon } from './icon.tsx'
import { IdleGuard } from './idle-guard.tsx'
import { missingDevices } from './missing-devices.ts'
import { NoticeScreen } from './notice-screen.tsx'
import { OfficeList } from './office-list.tsx'
import { OverScreen } from './over-screen.tsx'
import { promiseInWords } from './promise-in-words.ts'
import { ReadingFrame } from './reading-frame.tsx'
import { ReplacedScreen } from './replaced-screen.tsx'
import { type Screen, timesOut } from './screen.ts'
import { SheetBody } from './sheet-body.tsx'
import { stepsInWords } from './steps-in-words.ts'
import { SampleMark, TopLine } from './top-line.tsx'
import { TopicList } from './topic-list.tsx'
import type { Page } from './totem-state.ts'
import { CAN_RETRY } from './trouble.ts'
import { TroubleScreen } from './trouble-screen.tsx'
import { type CallScreens, useCallScreens } from './use-call-screens.ts'
import { useNow } from './use-now.ts'
import { usePublicPanel } from './use-public-panel.ts'
import { type Totem, useTotem } from './use-totem.ts'
import { WaitScreen } from './wait-screen.tsx'
import type { Words, WordsByLocale } from './words.ts'

export interface TotemAppProps {
  slug: string
  totemName: string
  bodyName: string
  phone: string
  isSample: boolean
  /** The totem has no hours of its own: said beside the mark of sample data. */
  isAlwaysOpen: boolean
  locale: Locale
  words: WordsByLocale
  content: Readonly<Record<Locale, TotemContent>>
  /** The server's time when it made this page. */
  renderedAt: number
}

/** The visitor's whole page: asks what to show and shows it. */
export function TotemApp(props: TotemAppProps) {
  const totem = useTotem(props.slug, props.locale)
  usePublicPanel()
  const now = useNow(props.renderedAt, totem.clockOffsetMs)
  const { locale } = totem.state
  const scene: Scene = {
    ...props,
    totem,
    now,
    locale,
    words: props.words[locale],
    content: props.content[locale],
    phone: totem.view?.phone || props.phone,
  }
  return (
    <main className="stage" data-screen={totem.screen.kind}>
      <ScreenOf scene={scene} screen={totem.screen} />
      {timesOut(totem.screen, totem.state) && (
        <IdleGuard key={JSON.stringify(totem.state.trail)} words={scene.words} onGone={totem.finish} />
      )}
    </main>
  )
}

/** What every screen is drawn from. */
type Scene = Omit<TotemAppProps, 'words' | 'content'> & {
  totem: Totem
  now: number
  words: Words
  content: TotemContent
}

function ScreenOf({ scene, screen }: { scene: Scene; screen: Screen }) {
  const { totem, words } = scene
  const callScreens = useCallScreens(screen)
  switch (screen.kind) {
    case 'unregistered':
      return <Unregistered />
    case 'replaced':
      return <ReplacedScreen words={words} onTakeBack={totem.takeBack} />
    case 'page':
      return <PageOf key={JSON.stringify(screen.page)} scene={scene} page={screen.page} />
    case 'wait':
      return <Waiting scene={scene} screen={screen} screens={callScreens} />
    case 'call':
      if (!callScreens) return <div className="h-full bg-night" />
      return createElement(callScreens.CallScreen, {
        words,
        phase: screen.phase,
        media: totem.media,
        mediaState: totem.mediaState,
        isLinkDown: totem.link !== 'up',
        onEnd: totem.leaveCall,
      })
    case 'thanks':
      return (
        <OverScreen
          words={words}
          top={topLine(scene)}
          title={words.over.title}
          text={words.over.text}
          onDone={totem.finish}
        />
      )
    case 'promise':
      return (
        <OverScreen
          words={words}
          top={topLine(scene)}
          title={words.promise.title}
          text={promiseInWords(screen.window, scene.now, words, scene.locale)}
          onDone={totem.finish}
        />
      )
    case 'trouble':
      return <InTrouble key={screen.trouble} scene={scene} screen={screen} />
  }
}

function PageOf({ scene, page }: { scene: Scene; page: Extract<Screen, { kind: 'page' }>['page'] }) {
  const { totem, words, content, locale, now } = scene
  const open = (next: Page) => totem.dispatch({ type: 'opened', page: next })
  switch (page.kind) {
    case 'home':
      return (
        <HomeScreen
          words={words}
          locale={locale}
          now={now}
          bodyName={scene.bodyName}
          totemName={scene.totemName}
          mark={sampleMark(scene)}
          topics={content.topics}
          onTopic={(topic) => open(pageOfTopic(topic, content))}
          callKey={callKey(scene, undefined)}
          bottomBar={bottomBar(scene, false)}
        />
      )
    case 'topic':
      return (
        <ReadingFrame
          top={topLine(scene)}
          title={content.topics.find(({ key }) => key === page.topic)?.title ?? ''}
          lead={words.topic.intro}
          label={words.home.topics}
          callKey={callKey(scene, undefined)}
          bottomBar={bottomBar(scene, true)}
        >
          <TopicList
            sheets={content.sheets.filter(({ topic }) => topic === page.topic)}
            onSheet={(service) => open({ kind: 'sheet', service })}
          />
        </ReadingFrame>
      )
    case 'offices':
      return (
        <ReadingFrame
          top={topLine(scene)}
          title={content.topics.find(({ key }) => key === OFFICES_TOPIC)?.title ?? ''}
          label={words.offices.hours}
          callKey={callKey(scene, undefined)}
          bottomBar={bottomBar(scene, true)}
        >
          <OfficeList offices={content.offices} words={words} locale={locale} now={now} />
        </ReadingFrame>
      )
    case 'sheet': {
      const sheet = sheetOf(content, page.service)
      return (
        <ReadingFrame
          top={topLine(scene)}
          title={sheet?.title ?? ''}
          lead={sheet?.summary ?? ''}
          label={words.sheet.content}
          callKey={callKey(scene, sheet)}
          bottomBar={bottomBar(scene, true)}
        >
          {sheet && <SheetBody sheet={sheet} words={words} />}
        </ReadingFrame>
      )
    }
    case 'notice':
      return (
        <NoticeScreen
          words={words}
          top={topLine(scene)}
          serviceTitle={titleOf(scene, page.service)}
          onStart={totem.startCall}
          onCancel={() => totem.dispatch({ type: 'wentBack' })}
        />
      )
  }
}

interface WaitingProps {
  scene: Scene
  screen: Extract<Screen, { kind: 'wait' }>
  screens: CallScreens | null
}

function Waiting({ scene, screen, screens }: WaitingProps) {
  const { totem, words, content, locale } = scene
  const { devices, userMuted, selfView } = totem.mediaState
  const missing = missingDevices(devices)
  const phase = screen.call?.phase ?? null
  if (phase?.kind === 'waiting' && phase.stillHere && screens) {
    return createElement(screens.StillHereScreen, {
      words,
      top: topLine(scene),
      position: phase.position,
      answerBy: phase.stillHere.answerBy,
      now: scene.now,
      isReconnecting: totem.link === 'down',
      onHere: totem.sayStillHere,
      onCancel: totem.leaveCall,
    })
  }
  const asksToGoOn = (missing === 'picture' || missing === 'sound') && !totem.state.goesOnWithout
  return (
    <WaitScreen
      words={words}
      locale={locale}
      top={topLine(scene)}
      phase={phase}
      selfView={
        <SelfView
          state={{ userMuted, selfView }}
          label={words.wait.selfView}
          className="h-332 w-252 shrink-0 rounded-key border-2 border-night-line bg-night-2"
        >
          <span className="grid place-content-center justify-items-center gap-16 p-20 text-center text-small">
            {missing === 'picture' || missing === 'both' ? (
              <Icon name="camera-off" className="size-72" />
            ) : (
              <Icon name="user-round" className="size-72" />
            )}
            {devices.picture.kind === 'unavailable' ? words.wait.selfOff : words.wait.selfOpening}
          </span>
        </SelfView>
      }
      isReconnecting={totem.link === 'down'}
      onLanguage={(next) => totem.dispatch({ type: 'languageChosen', locale: next })}
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
      onHome={screen.call ? totem.finish : totem.goHome}
    />
  )
}

/** The credential is gone: the server makes the page that asks for a code. */
function Unregistered() {
  useEffect(() => location.reload(), [])
  return <div className="h-full bg-night" />
}

const sampleMark = ({ isSample, isAlwaysOpen, words }: Scene) =>
  isSample && <SampleMark words={words} isAlwaysOpen={isAlwaysOpen} />

const topLine = (scene: Scene) => (
  <TopLine bodyName={scene.bodyName} locale={scene.locale} now={scene.now} mark={sampleMark(scene)} />
)

function bottomBar({ totem, words, locale }: Scene, hasWayBack: boolean) {
  const { dispatch } = totem
  return (
    <BottomBar
      words={words}
      locale={locale}
      onLanguage={(next) => dispatch({ type: 'languageChosen', locale: next })}
      onBack={hasWayBack ? () => dispatch({ type: 'wentBack' }) : undefined}
    />
  )
}

/** The way to a person from this page: about its sheet if that can be called about, else the URP. */
function callKey({ totem, words, locale, now, phone }: Scene, sheet: Sheet | undefined) {
  if (totem.link === 'down' || totem.link === 'stale') return <PhoneInstead words={words} phone={phone} />
  const callable = totem.view?.callable
  const service = sheet?.callable && (!callable || callable[sheet.slug]) ? sheet.slug : URP
  return (
    <CallKey
      name={service === URP ? words.callKey.name : words.callKey.nameSheet}
      wording={callKeyWording(callable?.[service], words, locale, now)}
      onCall={() => totem.askForCall(service)}
    />
  )
}

const titleOf = ({ content, totem }: Scene, service: string): string =>
  sheetOf(content, service)?.title ??
  (totem.view?.call?.service.slug === service ? totem.view.call.service.title : 'URP')

function pageOfTopic(topic: string, content: TotemContent): Page {
  if (topic === OFFICES_TOPIC) return { kind: 'offices' }
  const [first, ...others] = content.sheets.filter((sheet) => sheet.topic === topic)
  return first && others.length === 0 ? { kind: 'sheet', service: first.slug } : { kind: 'topic', topic }
}
