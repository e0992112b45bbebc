import type { Words } from '../words.ts'
import { isWritten } from './move-focus.ts'

/** Words to be said by one voice. */
export interface Piece {
  text: string
  /** BCP 47. */
  language: string
}

/**
 * What is said of the thing that has the focus: its name, what it is, and its state; never what was typed, which others
 * may hear. `language`: of the words.
 */
export function whatIsSaidOf(element: Element, words: Words, language: string): readonly Piece[] {
  const dialog = element.closest('dialog')
  const itself = ofItself(element, words.voice, language)
  if (!dialog) return itself
  const { typed } = words.voice
  const heading = dialog.querySelector('h2, h1')
  const title = framed('{name}.', piecesOf(heading, language, typed), language)
  const told = heading?.hasAttribute('aria-describedby') ? describing(heading) : [dialog.querySelector('p')]
  return joined([...title, ...told.flatMap((part) => piecesOf(part, language, typed)), ...itself], ' ')
}

function ofItself(element: Element, say: Words['voice'], language: string): readonly Piece[] {
  const name = nameOf(element, language, say)
  if (isWritten(element)) return framed(fieldIn(element, say), name, language)
  if (element instanceof HTMLInputElement)
    return framed(element.checked ? say.checked : say.unchecked, name, language)
  if (element instanceof HTMLButtonElement) {
    return framed(buttonIn(element, say), name, language)
  }
  // Where the focus came back to (`kept-focus.ts`) the name says enough.
  if (element instanceof HTMLDialogElement) return []
  if (element instanceof HTMLFieldSetElement)
    return piecesOf(element.querySelector('legend'), language, say.typed)
  if (element.matches('[aria-label][tabindex="-1"]')) return name
  // A part that scrolls is read whole.
  if (!(element instanceof HTMLHeadingElement)) return piecesOf(element, language, say.typed)
  const parts = [element.closest('header, hgroup') ?? element, ...describing(element)]
  return joined(
    parts.flatMap((part) => piecesOf(part, language, say.typed)),
    ' ',
  )
}

/** What is read of a screen beside its header, and of a question beside its first lines. */
const describing = (element: Element): (Element | null)[] =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id))

function fieldIn(field: HTMLInputElement | HTMLTextAreaElement, say: Words['voice']): string {
  const { said } = field.dataset
  if (said !== undefined) return `${say.field} ${said}`
  if (field.value === '') return say.field
  return `${say.filled} ${field instanceof HTMLInputElement ? say.askField : say.askText}`
}

function buttonIn(button: HTMLButtonElement, say: Words['voice']): string {
  if (button.getAttribute('aria-disabled') === 'true') return say.still
  return button.getAttribute('aria-pressed') === 'true' ? say.pressed : say.button
}

function nameOf(element: Element, language: string, say: Words['voice']): readonly Piece[] {
  const label = element.getAttribute('aria-label')
  if (label) return [{ text: label, language }]
  const labelled = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  return piecesOf(labelled ?? element, language, say.typed)
}

/**
 * What an element says, each part in the language that it is written in: content may be in Italian where the
 * words around it are not. Pieces that stand apart on the screen are said apart. `data-said` is said instead of
 * what is private.
 *
 * @param typed what is said instead of what the visitor has typed (`data-typed`, and what fields hold); null: they have
 * asked for it
 */
export function piecesOf(element: Element | null, language: string, typed: string | null): readonly Piece[] {
  if (!element) return []
  const pieces: Piece[] = []
  let lastHidden: Element | null = null
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = textOf(node, typed)
    const around = node instanceof Element ? node : node.parentElement
    if (text === '' || around?.closest('[aria-hidden="true"]')) continue
    const hidden = around?.closest<HTMLElement>(typed === null ? '[data-said]' : '[data-said], [data-typed]')
    if (!hidden) {
      pieces.push({ text, language: around?.closest('body [lang]')?.getAttribute('lang') ?? language })
    } else if (hidden !== lastHidden) pieces.push({ text: hidden.dataset['said'] ?? typed ?? '', language })
    lastHidden = hidden ?? null
  }
  return joined(pieces, ' ')
}

/** Of elements only fields have a text of their own; what lies inside one is what it held at first. */
function textOf(node: Node, typed: string | null): string {
  if (node instanceof Element) return typed === null && isWritten(node) ? node.value.trim() : ''
  return isWritten(node.parentElement) ? '' : (node.textContent?.trim() ?? '')
}

/** A message with the name in its place. */
function framed(template: string, name: readonly Piece[], language: string): readonly Piece[] {
  const [before = '', after = ''] = template.split('{name}')
  return joined([{ text: before, language }, ...name, { text: after, language }], '')
}

/** What one voice can say in one go. */
function joined(pieces: readonly Piece[], between: string): readonly Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (piece.text.trim() === '') continue
    if (last?.language === piece.language) last.text += between + piece.text
    else whole.push({ ...piece })
  }
  return whole
}
