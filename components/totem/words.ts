import type italian from '@/messages/it/totem.json'

/** All that the totem says, in one language. Plain strings: no message library reaches the visitor's page. */
export type Words = typeof italian

/** Reads the messages of a language; what nobody has translated yet is said in Italian. */
export function parseWords(file: unknown, italian: Words): Words {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made from Italian's own keys, a text for each
  return completed(italian, file) as Words
}

function completed(italian: unknown, file: unknown): unknown {
  if (!isGroup(italian)) return typeof file === 'string' ? file : italian
  const group = isGroup(file) ? file : {}
  return Object.fromEntries(Object.entries(italian).map(([key, text]) => [key, completed(text, group[key])]))
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Puts values into the `{places}` of a message. A place without a value stays, so that a test can see it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/**
 * `one` for exactly one, `many` for the rest. Languages with more forms than two word `many` so that it
 * fits every number: "Persoane în așteptare: {count}".
 */
export function counted(one: string, many: string, count: number): string {
  return fill(count === 1 ? one : many, { count })
}
