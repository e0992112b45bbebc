'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { StageLine, StagePage, StageSection } from '@/lib/content/stage-page.ts'
import { directionOf, fullLocale } from '@/lib/i18n/locale.ts'
import { PlanDrawing } from './plan-drawing.tsx'
import styles from './stage-page.module.css'
import type { Mark } from './use-pointing.ts'

export interface StageBodyProps {
  page: StagePage
  locale: string
  labels: StageLabels
  /** The part that is highlighted; null: none. */
  highlight: string | null
  /** Of a checklist: which items are ticked. */
  ticked: readonly number[]
  marks: readonly Mark[]
  /** A part is to be highlighted; null: this end does not decide it. */
  onPart: ((part: string) => void) | null
  /** Null: this end does not tick. */
  onTick: ((item: number, isTicked: boolean) => void) | null
}

/** Words that come with the audience and not with the page. */
export interface StageLabels {
  here: string
  /** Under the plan. */
  sketch: string
  distance: (metres: number) => string
}

/**
 * A page on the stage, the same at both ends and in sizes relative to its surroundings. Every part carries its
 * name, so that what one end points to is found at the other.
 */
export function StageBody(props: StageBodyProps) {
  const { page, labels, locale } = props
  const body = useRef<HTMLDivElement>(null)
  const highlight = partOn(page, props.highlight)
  const language = fullLocale(locale)
  useEffect(() => {
    if (highlight === null) return
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    body.current
      ?.querySelector(`[data-part="${CSS.escape(highlight)}"]`)
      ?.scrollIntoView({ block: 'center', behavior: isStill ? 'auto' : 'smooth' })
  }, [highlight])

  const part = (key: string, children: ReactNode, className = '') => (
    <Part
      key={key}
      name={key}
      className={className}
      isHighlighted={highlight === key}
      marks={props.marks.filter((mark) => mark.part === key)}
      onPart={props.onPart}
    >
      {children}
    </Part>
  )
  return (
    <div
      ref={body}
      // The page's own language, whatever that of the words around it is.
      lang={language}
      dir={directionOf(language)}
      className={styles.page}
      data-kind={page.kind}
    >
      {page.plan && (
        <div className={styles.planned}>
          <span data-part="plan" className={styles.part}>
            <PlanDrawing plan={page.plan} here={labels.here} locale={locale} />
            <Marks marks={props.marks.filter((mark) => mark.part === 'plan')} />
          </span>
          <p className={styles.caption}>
            {page.plan.distanceMetres !== null && (
              <strong>{labels.distance(page.plan.distanceMetres)}</strong>
            )}
            <span>{labels.sketch}</span>
          </p>
        </div>
      )}
      {page.sections.map((section) =>
        page.kind === 'form' ? (
          part(section.key, <Field section={section} />, styles.field)
        ) : page.kind === 'checklist' && section.as === 'list' ? (
          <Checklist key={section.key} section={section} {...props} />
        ) : (
          <section key={section.key} className={styles.section}>
            <h3>{section.title}</h3>
            {section.lines.map((line) =>
              part(line.key, line.text, section.as === 'list' ? styles.item : styles.line),
            )}
          </section>
        ),
      )}
    </div>
  )
}

/** The part itself, or the section that it was in: another language may have fewer paragraphs. */
function partOn({ sections }: StagePage, wanted: string | null): string | null {
  if (wanted === null) return null
  const keys = sections.flatMap(({ key, lines }) => [key, ...lines.map((line) => line.key)])
  if (keys.includes(wanted)) return wanted
  const section = sections.find(({ key }) => wanted.startsWith(`${key}.`))
  return section?.lines.at(-1)?.key ?? null
}

interface PartProps {
  name: string
  className: string
  isHighlighted: boolean
  marks: readonly Mark[]
  onPart: StageBodyProps['onPart']
  children: ReactNode
}

/** A paragraph, an item or a field: a button where this end may highlight it. */
function Part({ name, className, isHighlighted, marks, onPart, children }: PartProps) {
  const inside = (
    <>
      {children}
      <Marks marks={marks} />
    </>
  )
  const shown = {
    'data-part': name,
    'data-highlighted': isHighlighted,
    className: `${styles.part} ${className}`,
  }
  return onPart ? (
    <button type="button" aria-pressed={isHighlighted} {...shown} onClick={() => onPart(name)}>
      {inside}
    </button>
  ) : (
    <p {...shown}>{isHighlighted ? <mark className={styles.marked}>{inside}</mark> : inside}</p>
  )
}

function Field({ section: { title, lines } }: { section: StageSection }) {
  return (
    <>
      <strong>{title}</strong>
      {lines.map(({ key, text }) => (
        <span key={key} className={styles.explanation}>
          {text}
        </span>
      ))}
    </>
  )
}

function Checklist({ section, ticked, marks, onTick }: { section: StageSection } & StageBodyProps) {
  return (
    <ul className={styles.checklist}>
      {section.lines.map((line, item) => (
        <Item
          key={line.key}
          line={line}
          isTicked={ticked.includes(item)}
          marks={marks.filter((mark) => mark.part === line.key)}
          onTick={onTick && ((isTicked) => onTick(item, isTicked))}
        />
      ))}
    </ul>
  )
}

interface ItemProps {
  line: StageLine
  isTicked: boolean
  marks: readonly Mark[]
  onTick: ((isTicked: boolean) => void) | null
}

function Item({ line, isTicked, marks, onTick }: ItemProps) {
  return (
    <li>
      <label data-part={line.key} className={`${styles.part} ${styles.tick}`}>
        <input
          type="checkbox"
          checked={isTicked}
          disabled={!onTick}
          onChange={(event) => onTick?.(event.target.checked)}
        />
        <span>{line.text}</span>
        <Marks marks={marks} />
      </label>
    </li>
  )
}

/** Places that were just pointed at, inside the part that they are in. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  return marks.map(({ id, by, x, y }) => (
    <span
      key={id}
      aria-hidden="true"
      data-mark={by}
      className={styles.pointer}
      style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
    />
  ))
}
