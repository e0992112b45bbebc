'use client'

import { createElement, useRef } from 'react'
import type { Found } from '@/lib/content/search/search-index.ts'
import { ContentText } from '../content-text.tsx'
import { Icon } from '../icon.tsx'
import { Key } from '../key.tsx'
import { useKeyboard } from '../keyboard/use-keyboard.ts'
import { bottomBar, callKey, pageMarks, type Scene } from '../scene.tsx'
import { ScreenHeading } from '../screen-heading.tsx'
import { topLine } from '../top-line.tsx'
import type { Page } from '../totem-state.ts'
import { counted, type Words } from '../words.ts'
import { type Search, useSearch } from './use-search.ts'

/** A few words typed on the screen, and what they find with every letter. */
export function SearchPage({ scene }: { scene: Scene }) {
  const { totem, words, slug, locale } = scene
  const search = useSearch(slug, locale)
  const Keyboard = useKeyboard()
  const text = totem.state.searched
  const field = useRef<HTMLInputElement>(null)
  const type = (next: string) => totem.dispatch({ type: 'searchTyped', text: next })
  // By a key that goes away with it: whoever works by keyboard goes on in the field.
  const put = (next: string) => {
    type(next)
    field.current?.focus({ preventScroll: true })
  }
  const say = words.search
  const found = search.state === 'ready' ? search.find(text) : null
  const isNone = found?.length === 0
  return (
    <div data-none={isNone} className="search flex h-full flex-col bg-paper">
      <header className="sky above-reach px-64 pt-48 pb-112 text-white">
        {topLine(scene, pageMarks(scene))}
        <ScreenHeading className="mt-40 text-heading font-bold">{say.title}</ScreenHeading>
        <p id="search-hint" className="search-hint mt-12 text-lead">
          {say.hint}
        </p>
        {isNone && (
          // For eyes only: ears have it where it is found.
          <p aria-hidden className="search-none-above mt-12">
            <NoneSays words={words} />
          </p>
        )}
      </header>
      <div className="-mt-72 px-48">
        <div className="relative">
          <Icon
            name="search"
            className="pointer-events-none absolute start-40 top-1/2 size-52 -translate-y-1/2 text-ink-2"
          />
          <input
            ref={field}
            type="search"
            aria-label={say.field}
            aria-describedby="search-hint"
            // The keyboard is on the screen already; one that is plugged in works too.
            inputMode="none"
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target }) => type(target.value)}
            className="hairline min-h-128 w-full appearance-none rounded-key [&::-webkit-search-cancel-button]:hidden border-line-strong bg-card ps-124 pe-148 text-title text-ink shadow-soft"
          />
          {text !== '' && (
            <button
              type="button"
              aria-label={say.clear}
              onClick={() => put('')}
              className="key absolute end-16 top-1/2 grid size-96 -translate-y-1/2 place-items-center rounded-key text-blue-deep active:bg-blue-light"
            >
              <Icon name="x" className="size-52" />
            </button>
          )}
        </div>
      </div>
      <section
        aria-label={say.results}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-48 py-24"
      >
        <Results scene={scene} search={search} found={found} onType={put} />
      </section>
      <div className="flex flex-col gap-28 px-48 pb-40">
        {Keyboard &&
          createElement(Keyboard, {
            words,
            layout: 'search',
            ground: 'paper',
            onText: (typed: string) => type(text + typed),
            onErase: () => type(text.slice(0, -1)),
            onNewline: () => undefined,
          })}
        {bottomBar(scene, true)}
      </div>
    </div>
  )
}

interface ResultsProps {
  scene: Scene
  search: Search
  /** Null: nothing is asked yet, or nothing can be looked through. */
  found: readonly Found[] | null
  onType: (text: string) => void
}

function Results({ scene, search, found, onType }: ResultsProps) {
  const { totem, words } = scene
  const say = words.search
  if (totem.state.searched.trim() === '') return <Examples words={words} onType={onType} />
  if (search.state === 'away') return <p className="px-12 text-lead">{say.away}</p>
  if (!found) return null
  if (found.length === 0) {
    return (
      <div className="flex flex-col gap-24">
        <p role="status" className="search-none px-12">
          <NoneSays words={words} />
        </p>
        {callKey(scene, undefined)}
      </div>
    )
  }
  return (
    <>
      <p role="status" className="sr-only">
        {counted(say.foundOne, say.foundMany, found.length)}
      </p>
      <ul className="pairs flex flex-col gap-16">
        {found.map((result) => (
          <li key={`${result.kind} ${result.slug}`}>
            <Result
              result={result}
              words={words}
              onOpen={() => totem.dispatch({ type: 'opened', page: pageOf(result) })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Written twice, seen once: above the line of low reach, the room below is for what is touched. */
function NoneSays({ words }: { words: Words }) {
  return (
    <>
      <span className="block text-lead font-semibold">{words.search.none}</span> {words.search.noneText}
    </>
  )
}

/** Before anything is typed: what may be typed, in the language that is looked through. */
function Examples({ words, onType }: { words: Words; onType: (text: string) => void }) {
  const say = words.search
  return (
    <div className="flex flex-col gap-24">
      <h2 className="low-room px-12 text-body font-semibold">{say.examples}</h2>
      <ul className="pairs flex flex-wrap gap-20">
        {[say.example1, say.example2, say.example3, say.example4].map((example) => (
          <li key={example}>
            <Key tone="paper" className="w-full" onClick={() => onType(example)}>
              <ContentText>{example}</ContentText>
            </Key>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Result({ result, words, onOpen }: { result: Found; words: Words; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      className="key hairline flex w-full items-center gap-28 rounded-key border-line bg-card result px-36 py-20 text-start active:bg-blue-light"
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-24">
          <span className="min-w-0 text-lead font-semibold">
            <ContentText>{result.title}</ContentText>
          </span>
          <span className="low-room shrink-0 text-small text-ink-2">{words.search[result.kind]}</span>
        </span>
        {result.hint && (
          <span className="low-room line-clamp-1 block text-small text-ink-2">
            <ContentText>{result.hint}</ContentText>
          </span>
        )}
      </span>
      <Icon name="chevron-right" className="size-48 shrink-0 text-blue rtl:-scale-x-100" />
    </button>
  )
}

function pageOf({ kind, slug }: Found): Page {
  switch (kind) {
    case 'sheet':
      return { kind: 'sheet', service: slug }
    case 'office':
      return { kind: 'office', office: slug }
    case 'lifeEvent':
      return { kind: 'lifeEvent', event: slug }
    case 'notice':
      return { kind: 'notices' }
    case 'topic':
      return { kind: 'offices' }
  }
}
