import { parseArgs } from 'node:util'
import { type AnsweredCall, answerOnce } from './answer-once.ts'
import { atLeast, atMost, type Budget } from './budget.ts'
import { type Counter, openCounter } from './counter.ts'
import { watchMoments } from './moments.ts'
import { joinTimesOfPeer } from './peer.ts'
import { progress, runBench } from './run-bench.ts'
import { spreadOf } from './statistics.ts'

// Answer → first remote frame that is not black, at both ends.

const CALLS = 40
const COLD_CALLS = 12
const WARM_UP = 2

const { values } = parseArgs({ options: { peer: { type: 'string' } } })

await runBench('answer', async (folder, stopAt) => {
  const counter = await openCounter(folder, watchMoments)
  const warm = await measure(counter, 'prepared', CALLS, stopAt)
  const cold = await measure(counter, 'cold', COLD_CALLS, stopAt)
  await counter.close()
  const peer = values.peer ? spreadOf(await joinTimesOfPeer(values.peer, folder)) : null

  const totem = spreadOf(warm.map((call) => call.firstFrameMs.totem))
  const desk = spreadOf(warm.map((call) => call.firstFrameMs.desk))
  const coldSpread = spreadOf(cold.flatMap(({ firstFrameMs }) => [firstFrameMs.totem, firstFrameMs.desk]))
  const pictures = warm.flatMap((call) => [
    call.pictureAfterTwoSeconds.totem,
    call.pictureAfterTwoSeconds.desk,
  ])
  const smallest = {
    width: Math.min(...pictures.map(({ width }) => width)),
    height: Math.min(...pictures.map(({ height }) => height)),
    framesPerSecond: Math.min(...pictures.map(({ framesPerSecond }) => framesPerSecond)),
  }
  const arrivedEarly = warm.filter(({ arrivedBeforeAnswer }) => arrivedBeforeAnswer.length > 0).length
  const worse = (percentile: 'p50' | 'p95' | 'max') => Math.max(totem[percentile], desk[percentile])
  return {
    n: warm.length,
    unit: 'ms',
    p50: worse('p50'),
    p95: worse('p95'),
    max: worse('max'),
    totem,
    desk,
    pictureAfterTwoSeconds: smallest,
    callsWithPictureOrSoundBeforeAnswer: arrivedEarly,
    cold: { ...coldSpread, answeredBeforePreJoin: cold.filter(({ wasPrepared }) => !wasPrepared).length },
    ...(peer ? { peer, timesFasterThanPeer: peer.p50 / worse('p50') } : {}),
    budgets: [
      atLeast('calls measured', warm.length, CALLS),
      ...sideBudgets('totem', totem),
      ...sideBudgets('desk', desk),
      atMost('calls with picture or sound before the answer', arrivedEarly, 0),
      atLeast('width after 2 s', smallest.width, 640),
      atLeast('height after 2 s', smallest.height, 360),
      atLeast('frames per second after 2 s', smallest.framesPerSecond, 20),
      atMost('cold, p95', coldSpread.p95, 1000),
      ...(peer ? [atLeast("times faster than the peer's join", peer.p50 / worse('p50'), 3)] : []),
    ],
  }
})

function sideBudgets(side: string, { p50, p95 }: { p50: number; p95: number }): Budget[] {
  return [
    atMost(`first frame at the ${side}, p50`, p50, 100),
    atMost(`first frame at the ${side}, p95`, p95, 200),
  ]
}

async function measure(
  counter: Counter,
  kind: 'prepared' | 'cold',
  wanted: number,
  stopAt: number,
): Promise<AnsweredCall[]> {
  const calls: AnsweredCall[] = []
  for (let index = -WARM_UP; index < wanted && Date.now() < stopAt; index += 1) {
    const call = await answerOnce(counter, kind)
    const { totem, desk } = call.firstFrameMs
    if (index >= 0) calls.push(call)
    progress(`${kind} ${index + 1} of ${wanted}: totem ${Math.round(totem)} ms, desk ${Math.round(desk)} ms`)
  }
  return calls
}
