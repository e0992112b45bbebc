import { expect, it } from 'vitest'
import { GET } from './[part]/route.ts'

const ask = (part: string) =>
  GET(new Request(`http://127.0.0.1:3000/api/totem/speech/${part}`), { params: Promise.resolve({ part }) })

it('hands out the engine and the voices, and no other file of the server', async () => {
  for (const [part, type] of [
    ['engine', 'text/javascript'],
    ['voices', 'application/gzip'],
  ] as const) {
    const answer = await ask(part)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100_000)
  }
  for (const other of ['', '..', '../../package.json', 'espeak-ng.data', 'engine\0', 'constructor']) {
    expect([other, (await ask(other)).status]).toEqual([other, 400])
  }
})
