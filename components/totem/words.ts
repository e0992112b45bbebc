import type { Locale } from '@/lib/i18n/locale.ts'
import type italian from '@/messages/it/totem.json'

/** All that the totem says, in one language. Plain strings: no message library reaches the visitor's page. */
export type Words = typeof italian
/** Both languages come with the page, so that changing them is instant and works without a network. */
export type WordsByLocale = Readonly<Record<Locale, Words>>

/** Puts values into the `{places}` of a message. A place without a value stays, so that a test can see it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** `one` for exactly one, `many` for the rest; Italian and English agree on that. */
export function counted(one: string, many: string, count: number): string {
  return fill(count === 1 ? one : many, { count })
}
