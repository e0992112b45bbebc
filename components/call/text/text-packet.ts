import { MAX_PACKET_BYTES } from '../packets.ts'
import { cleanText, LINE_LIMIT } from './clean-text.ts'
import type { Held, Line } from './conversation.ts'

/** What the ends of a call say to each other about their typing. JSON in UTF-8, one object a packet. */
export type TextPacket =
  /** Lines that the sender itself has typed, each as a whole. */
  | { kind: 'lines'; lines: readonly Line[] }
  /**
   * "Here I am, this is what I hold": asks for what is lacking. An answer carries the same and asks for no
   * other. `forgot`: the totem's page was loaded anew, and what had been typed before is gone. Told by the totem,
   * or to it.
   */
  | { kind: 'hello'; run: string; held: readonly Held[]; asks: boolean; forgot: boolean }
  /** From the totem only: part of everything typed so far, by anybody, and what they are called. */
  | { kind: 'past'; part: number; lines: readonly Line[]; names: Readonly<Record<string, string>> }

export const TEXT_TOPIC = 'text'

/** As long as any name that a screen has room for. */
export const NAME_LIMIT = 80

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const encodeText = (packet: TextPacket): Uint8Array<ArrayBuffer> =>
  encoder.encode(JSON.stringify(packet))

/** Cuts `lines` so that each part fits a packet, with room for names around it. Pure. */
export function inParts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = []
  let room = 0
  for (const line of lines) {
    const size = encoder.encode(JSON.stringify(line)).byteLength + 1
    if (size > room) {
      parts.push([])
      room = MAX_PACKET_BYTES - ENVELOPE_BYTES
    }
    room -= size
    parts.at(-1)?.push(line)
  }
  return parts
}

/** Eight people's names of eighty letters, and the words around the lines. */
const ENVELOPE_BYTES = 3_000

/**
 * Reads what `from` sent, trusting nothing of it: text is cleaned, and a line under `lines` is `from`'s own
 * whoever it says it is. Null: not a packet of ours. Pure.
 */
export function parseText(from: string, bytes: Uint8Array): TextPacket | null {
  const packet = readObject(readJson(bytes))
  switch (packet?.kind) {
    case 'lines': {
      const lines = readList(packet.lines, (each) => readLine(each, from))
      return lines && { kind: 'lines', lines }
    }
    case 'hello': {
      const run = readName(packet.run)
      const held = readList(packet.held, readHeld)
      if (run === null || !held) return null
      return { kind: 'hello', run, held, asks: packet.asks === true, forgot: packet.forgot === true }
    }
    case 'past': {
      const lines = readList(packet.lines, (each) => readLine(each, null))
      const names = readObject(packet.names)
      if (!lines || !names || !isCount(packet.part)) return null
      return { kind: 'past', part: packet.part, lines, names: readNames(names) }
    }
    default:
      return null
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return null
  }
}

function readLine(value: unknown, from: string | null): Line | null {
  const line = readObject(value)
  const by = from ?? readName(line?.by)
  const run = readName(line?.run)
  if (!line || by === null || run === null || typeof line.text !== 'string') return null
  const { number, revision, text, isDone } = line
  if (!isCount(number) || !isCount(revision) || revision === 0 || text.length > LINE_LIMIT) return null
  return { by, run, number, revision, text: cleanText(text).replaceAll('\n', ' '), isDone: isDone === true }
}

function readHeld(value: unknown): Held | null {
  const held = readObject(value)
  const by = readName(held?.by)
  const run = readName(held?.run)
  if (!held || by === null || run === null || !isCount(held.whole) || !isCount(held.revision)) return null
  return { by, run, whole: held.whole, revision: held.revision }
}

function readNames(names: Readonly<Record<string, unknown>>): Record<string, string> {
  const read = Object.entries(names).flatMap(([identity, name]) => {
    if (readName(identity) === null || typeof name !== 'string') return []
    return [[identity, cleanText(name.slice(0, NAME_LIMIT)).replaceAll('\n', ' ')] as const]
  })
  return Object.fromEntries(read)
}

/** All or nothing: who sends one part that is no good is not one of us. */
function readList<Item>(value: unknown, readItem: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null
  const items: Item[] = []
  for (const each of value) {
    const item = readItem(each)
    if (item === null) return null
    items.push(item)
  }
  return items
}

const readObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null

/** An identity or a run's name. */
const readName = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : null

/** Nobody types so much that a number of it is larger. */
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1_000_000
