'use client'

import { createElement, useEffect, useMemo } from 'react'
import type { Kept } from '@/lib/content/privacy-page.ts'
import type { TotemHardware } from '@/lib/content/totem-hardware.ts'
import { type FullLocale, fullLocale, type Locale } from '@/lib/i18n/locale.ts'
import type { TotemContent } from './content.ts'
import { ItalianLines, linesIn } from './content-text.tsx'
import { HomeScreen } from './home-screen.tsx'
import type { Mode } from './modes.ts'
import { rememberVisitor } from './remember-visitor.ts'
import { bottomBar, callKey, pageMarks, pageOfTopic, type Scene } from './scene.tsx'
import { type Screen, timesOut } from './screen.ts'
import { Stage } from './stage.tsx'
import type { Page } from './totem-state.ts'
import { useCallScreens } from './use-call-screens.ts'
import { useFreshContent } from './use-fresh-content.ts'
import { useNow } from './use-now.ts'
import { usePublicPanel } from './use-public-panel.ts'
import { useScreenOf } from './use-screen-of.ts'
import { useTotem } from './use-totem.ts'
import { type GivenWords, useWords } from './use-words.ts'

export interface TotemAppProps {
  slug: string
  totemName: string
  bodyName: string
  phone: string
  /** How the body's data protection officer is reached; empty: not entered. */
  dataProtectionOfficer: string
  /** How long the body keeps what is told of a visitor. */
  kept: Kept
  /** This installation as phones reach it. */
  phonesAt: string
  isSample: boolean
  /** The totem has no hours of its own: said beside the mark of sample data. */
  isAlwaysOpen: boolean
  hasPrinter: boolean
  hardware: TotemHardware
  locale: Locale
  modes: readonly Mode[]
  words: GivenWords
  content: Readonly<Record<FullLocale, TotemContent>>
  /** The server's time when it made this page. */
  renderedAt: number
  /** The server's build that made this page. */
  build: string
}

/** The visitor's whole page: asks what to show and shows it. */
export function TotemApp(props: TotemAppProps) {
  const totem = useTotem(props.slug, props)
  usePublicPanel()
  const now = useNow(props.renderedAt, totem.clockOffsetMs)
  const { locale, words } = useWords(totem.state.locale, props.words)
  const { modes } = totem.state
  useEffect(() => rememberVisitor(locale, modes), [locale, modes])
  const isQuiet = totem.screen.kind === 'page' && !timesOut(totem.screen, totem.state)
  const given = { content: props.content, readAt: props.renderedAt, hardware: props.hardware }
  const read = useFreshContent(props.slug, props.build, given, isQuiet)
  const italianLines = useMemo(() => linesIn(read.content.it), [read])
  const scene: Scene = {
    ...props,
    totem,
    now,
    locale,
    words,
    content: read.content[fullLocale(locale)],
    readAt: read.readAt,
    hardware: read.hardware,
    phone: totem.view?.phone || props.phone,
  }
  const { state, screen, dispatch } = totem
  return (
    <ItalianLines value={italianLines}>
      <Stage kind={screen.kind} words={words} locale={locale} state={state} dispatch={dispatch}>
        <Screens scene={scene} screen={screen} />
      </Stage>
    </ItalianLines>
  )
}

function Screens({ scene, screen }: { scene: Scene; screen: Screen }) {
  const callScreens = useCallScreens(screen)
  const isHome = screen.kind === 'page' && screen.page.kind === 'home'
  const ScreenOf = useScreenOf(!isHome && screen.kind !== 'call')
  return (
    <>
      {callScreens && createElement(callScreens.CallLayer, { ...scene, screen })}
      {/* Until the next page has come: never an empty panel, without a word or a way. */}
      {(isHome || (!ScreenOf && screen.kind === 'page')) && <Home scene={scene} />}
      {ScreenOf && createElement(ScreenOf, { scene, screen, callScreens })}
    </>
  )
}

/** What everybody sees first. */
export function Home({ scene }: { scene: Scene }) {
  const { totem, words, content, locale, now } = scene
  const open = (page: Page) => totem.dispatch({ type: 'opened', page })
  return (
    <HomeScreen
      words={words}
      locale={locale}
      now={now}
      bodyName={scene.bodyName}
      totemName={scene.totemName}
      mark={pageMarks(scene)}
      topics={content.topics}
      hasLifeEvents={content.lifeEvents.length > 0}
      noticeCount={content.notices.length}
      onTopic={(topic) => open(pageOfTopic(topic, content))}
      onOpen={open}
      callKey={callKey(scene, undefined)}
      bottomBar={bottomBar(scene, false)}
    />
  )
}
