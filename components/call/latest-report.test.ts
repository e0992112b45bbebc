import { expect, it } from 'vitest'
import { createLatestReport } from './latest-report.ts'

/** A server that answers when the test says so. */
function slowServer() {
  const received: number[] = []
  const answers: ((arrived: boolean) => void)[] = []
  const send = (value: number) => {
    received.push(value)
    return new Promise<boolean>((resolve) => answers.push(resolve))
  }
  const answer = async (arrived: boolean) => {
    answers.shift()?.(arrived)
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return { received, send, answer }
}

const same = (one: number, other: number) => one === other
const noPause = () => Promise.resolve()

it('skips what has been overtaken and ends with the newest', async () => {
  const { received, send, answer } = slowServer()
  const { report } = createLatestReport(send, same, noPause)
  for (const value of [1, 2, 3]) report(value)
  await answer(true)
  expect(received).toEqual([1, 3])
})

it('does not say the same twice', async () => {
  const { received, send, answer } = slowServer()
  const { report } = createLatestReport(send, same, noPause)
  report(1)
  await answer(true)
  report(1)
  expect(received).toEqual([1])
})

it('says it again when it did not arrive, also when it has changed there and back', async () => {
  const { received, send, answer } = slowServer()
  const { report } = createLatestReport(send, same, noPause)
  report(1)
  await answer(false)
  expect(received).toEqual([1, 1])
  await answer(true)
  report(2)
  report(1)
  await answer(true)
  expect(received).toEqual([1, 1, 2, 1])
})
