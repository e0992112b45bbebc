import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { expect, it } from 'vitest'
import { rememberedVisitor } from './remembered-visitor.ts'

const COOKIES: Readonly<Record<string, string>> = {
  'pronto-locale-totem': 'ar',
  'pronto-modes-totem': 'large.voice',
}
const jar = { get: (name: string) => ({ value: COOKIES[name] ?? '' }) }

it('is whoever the cookies remember', () => {
  expect(rememberedVisitor(new Headers(), jar)).toEqual({ locale: 'ar', modes: ['large', 'voice'] })
})

it('is nobody on the page that the worker keeps, though somebody is there when it is kept', async () => {
  const asked = await whatTheWorkerAsksFor('/totem?totem=padova-149')
  expect(rememberedVisitor(asked, jar)).toEqual({ locale: 'it', modes: [] })
})

/** The headers with which the worker fetches what it is told to keep. */
async function whatTheWorkerAsksFor(page: string): Promise<Headers> {
  const listeners: Record<string, (event: object) => void> = {}
  const asked: Headers[] = []
  const cache = {
    match: async () => undefined,
    addAll: async () => {},
    put: async () => {},
    keys: async () => [],
  }
  const source = readFileSync(path.join(import.meta.dirname, '../../public/totem-worker.js'), 'utf8')
  vm.runInNewContext(source, {
    self: {
      addEventListener: (name: string, listen: () => void) => Object.assign(listeners, { [name]: listen }),
    },
    caches: { open: async () => cache },
    fetch: async (_: string, { headers }: { headers?: Record<string, string> }) => {
      asked.push(new Headers(headers))
      return new Response('')
    },
  })
  let done: Promise<unknown> = Promise.resolve()
  listeners.message?.({
    data: { type: 'keep', page, files: [], data: [] },
    ports: [],
    waitUntil(work: Promise<unknown>) {
      done = work
    },
  })
  await done
  return asked[0] ?? new Headers()
}
