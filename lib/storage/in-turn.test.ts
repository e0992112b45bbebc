import { afterEach, expect, it, vi } from 'vitest'
import { createTurns } from './in-turn.ts'
import { isDatabaseAway } from './is-database-away.ts'

afterEach(() => void vi.useRealTimers())

/** Work that says when it starts and ends when it is told to. */
function work(name: string, seen: string[]) {
  let finish = (_error?: Error) => {}
  const ended = new Promise<void>((resolve, reject) => {
    finish = (error) => (error ? reject(error) : resolve())
  })
  return {
    run: () => {
      seen.push(`${name} starts`)
      return ended.then(() => name)
    },
    finish: (error?: Error) => finish(error),
  }
}

it('runs work of one name in the order asked, one at a time', async () => {
  const seen: string[] = []
  const inTurn = createTurns(7_000)
  const [one, two] = [work('one', seen), work('two', seen)]
  const first = inTurn('body', one.run)
  const second = inTurn('body', two.run)
  await Promise.resolve()
  expect(seen).toEqual(['one starts'])
  one.finish()
  expect(await first).toBe('one')
  two.finish()
  expect(await second).toBe('two')
})

it('goes on after work that failed, and tells only its own caller', async () => {
  const seen: string[] = []
  const inTurn = createTurns(7_000)
  const [bad, good] = [work('bad', seen), work('good', seen)]
  const failed = inTurn('body', bad.run).catch((error: unknown) => error)
  const fine = inTurn('body', good.run)
  bad.finish(new Error('no'))
  good.finish()
  expect(await failed).toEqual(new Error('no'))
  expect(await fine).toBe('good')
})

it('lets other names go ahead', async () => {
  const seen: string[] = []
  const inTurn = createTurns(7_000)
  const slow = work('slow', seen)
  const held = inTurn('one body', slow.run)
  const other = work('other', seen)
  other.finish()
  expect(await inTurn('another body', other.run)).toBe('other')
  slow.finish()
  await held
})

it('[SW-404] turns away whoever has waited too long for their turn, and goes on with the next in time', async () => {
  vi.useFakeTimers()
  const seen: string[] = []
  const inTurn = createTurns(7_000)
  const [hung, late, next] = [work('hung', seen), work('late', seen), work('next', seen)]
  const held = inTurn('body', hung.run)
  const turnedAway = inTurn('body', late.run).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(1_000)
  const inTime = inTurn('body', next.run)
  await vi.advanceTimersByTimeAsync(6_000)
  expect(isDatabaseAway(await turnedAway)).toBe(true)
  hung.finish()
  next.finish()
  expect([await held, await inTime]).toEqual(['hung', 'next'])
  expect(seen).toEqual(['hung starts', 'next starts'])
})
