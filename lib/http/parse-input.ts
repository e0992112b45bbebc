import * as z from 'zod'
import { Malformed, TooLarge } from './refusals.ts'

/** The largest body that any of our routes takes, in bytes. */
export const MAX_BODY_BYTES = 64 * 1024

/** `value` as the schema describes it. @throws Malformed */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new Malformed(z.prettifyError(parsed.error))
  return parsed.data
}

/** The JSON body of a request, parsed. An empty body counts as `{}`. @throws Malformed, TooLarge */
export async function parseBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  return parseInput(schema, fromJson(await readText(request)))
}

/** The query of a request, parsed; a repeated name counts once. @throws Malformed */
export function parseQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const asked = new URL(request.url).searchParams
  if (!isStorableQuery(asked)) throw new Malformed('query is not text that we can store')
  return parseInput(schema, Object.fromEntries(asked))
}

export const isStorableQuery = (asked: URLSearchParams): boolean => [...asked].flat().every(isStorable)

/** The body as text, without ever holding more of it than the limit. @throws Malformed, TooLarge */
export async function readText(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > maxBytes) throw new TooLarge(`body over ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Malformed('body is not UTF-8')
  }
}

function fromJson(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (!isStorable(key) || (typeof value === 'string' && !isStorable(value))) throw new Error('not text')
      return value
    })
  } catch {
    throw new Malformed('body is not JSON that we can store')
  }
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair, and nobody types them. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
