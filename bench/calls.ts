import { cpus } from 'node:os'
import { join } from 'node:path'
import { setTimeout as lasting } from 'node:timers/promises'
import { startLivekit } from '../scripts/local/livekit.ts'
import { atLeast, atMost } from './budget.ts'
import { costOfCall, type ServerLoad } from './call-cost.ts'
import type { Counted } from './call-counts.ts'
import { type Crowd, openCrowd } from './call-crowd.ts'
import { busyShare, cpuSeconds, machineTime, residentMb } from './process-figures.ts'
import { progress, runBench } from './run-bench.ts'
import { round } from './statistics.ts'

/**
 * What one call more costs the media server: more and more calls at once, each of two people who send as many
 * bits as Pronto lets a camera and a microphone send, until the machine is full. The browsers share its cores
 * and take most of them, so that what fills the machine is never the media server.
 */
const STEPS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]
/** Browsers begin with few bits and send more as they learn that the line carries them. */
const SETTLE_MS = 10_000
const WINDOW_MS = 15_000
/** Share of all cores from which on whoever waits for one waits noticeably. */
const FULL = 0.85
/** EN 301 549 (6.5.3) asks for as many in sign language. */
const PICTURES_PER_SECOND = 20
/** A voice has hundred times more; silence has a millionth. */
const ENERGY_PER_SECOND = 0.001

interface Step extends ServerLoad {
  /** Share of all cores that was at work, in hundredths, browsers and everything else among it. */
  machineBusy: number
  isFull: boolean
  /** Participants who got a picture that moves and a sound, both of the other end. */
  served: number
  /** Of whoever lost most, on the way to the media server or from it, in hundredths. */
  packetsLost: number
  /** At whoever got fewest. */
  picturesPerSecond: number
}

await runBench('calls', async (folder, stopAt) => {
  progress('starting the media server and two browsers')
  const server = await startLivekit({ home: join(folder, 'home') })
  const crowd = await openCrowd(server, join(folder, 'media'))
  const idle = await measure(server.pid, crowd)
  const steps: Step[] = []
  let fullAt: number | null = null
  for (const calls of STEPS) {
    const grown = await grow(crowd, calls, stopAt)
    if (grown === 'full') fullAt = calls
    if (grown !== 'grown') break
    const step = await measure(server.pid, crowd)
    steps.push(step)
    progress(inWords(step))
    if (!step.isFull) continue
    fullAt = calls
    break
  }
  await crowd.close()
  await server.stop()

  const free = steps.filter(({ isFull }) => !isFull)
  const { growth, ...cost } = costOfCall([idle, ...free])
  const largest = free.at(-1)
  const calls = largest?.calls ?? 0
  return {
    n: calls,
    unit: 'hundredths of a core',
    costPerCall: {
      core: round(cost.core),
      memoryMb: round(cost.memoryMb),
      kbitPerSecond: { in: Math.round(cost.kbitPerSecond.in), out: Math.round(cost.kbitPerSecond.out) },
    },
    timesDearerAmongMost: Math.round(100 * growth) / 100,
    estimate: { callsPerCore: Math.floor(100 / cost.core), basis: 'cost per call; so many were never tried' },
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model ?? 'unknown',
      sharedWithBrowsers: true,
      fullAtCalls: fullAt,
    },
    idle: { core: idle.core, memoryMb: idle.memoryMb, machineBusy: idle.machineBusy },
    steps,
    budgets: [
      atLeast('steps with processor to spare', free.length, 2),
      atLeast(`of ${2 * calls} participants, with picture and sound`, largest?.served ?? 0, 2 * calls),
      atMost('packets lost, in hundredths', largest?.packetsLost ?? Number.NaN, 1),
      atMost('cost of a call among most, times what it was', growth, 1.5),
    ],
  }
})

/** @returns `full`: the machine had no processor left for so many; `late`: this bench has no time left */
async function grow(crowd: Crowd, calls: number, stopAt: number): Promise<'grown' | 'full' | 'late'> {
  const from = machineTime()
  try {
    while (crowd.calls() < calls) {
      if (Date.now() > stopAt - SETTLE_MS - WINDOW_MS) return 'late'
      await crowd.addCall()
    }
    return 'grown'
  } catch (error) {
    if (busyShare(from, machineTime()) < FULL) throw error
    progress(`no ${calls} calls: ${error instanceof Error ? error.message : String(error)}`)
    return 'full'
  }
}

async function measure(serverPid: number, crowd: Crowd): Promise<Step> {
  await lasting(SETTLE_MS)
  const before = { at: performance.now(), core: cpuSeconds(serverPid), machine: machineTime() }
  const countsBefore = await crowd.counts()
  await lasting(WINDOW_MS)
  const countsAfter = await crowd.counts()
  const seconds = (performance.now() - before.at) / 1_000
  const core = (100 * (cpuSeconds(serverPid) - before.core)) / seconds
  const machineBusy = busyShare(before.machine, machineTime())
  const sights = await crowd.sights()
  const participants = countsAfter.map((after, at) => during(after, countsBefore[at], seconds))
  const sum = (read: (one: Counted) => number) => participants.reduce((total, one) => total + read(one), 0)
  return {
    calls: crowd.calls(),
    core: round(core),
    memoryMb: round(residentMb(serverPid)),
    kbitPerSecond: {
      in: Math.round((8 * sum(({ bytesSent }) => bytesSent)) / 1_000),
      out: Math.round((8 * sum(({ bytesReceived }) => bytesReceived)) / 1_000),
    },
    machineBusy: Math.round(100 * machineBusy),
    isFull: machineBusy >= FULL,
    served: participants.filter((one, at) => isServed(one) && sights[at]).length,
    packetsLost: round(100 * Math.max(0, ...participants.map(lossOf))),
    picturesPerSecond: round(Math.min(...participants.map(({ framesDecoded }) => framesDecoded))),
  }
}

/** What was counted per second. */
function during(after: Counted, before: Counted | undefined, seconds: number): Counted {
  const rate = (field: keyof Counted) => (after[field] - (before?.[field] ?? Number.NaN)) / seconds
  return {
    bytesSent: rate('bytesSent'),
    bytesReceived: rate('bytesReceived'),
    packetsSent: rate('packetsSent'),
    packetsLostOnTheWayUp: rate('packetsLostOnTheWayUp'),
    packetsReceived: rate('packetsReceived'),
    packetsLost: rate('packetsLost'),
    framesDecoded: rate('framesDecoded'),
    heardEnergy: rate('heardEnergy'),
  }
}

function isServed({ framesDecoded, heardEnergy }: Counted): boolean {
  return framesDecoded >= PICTURES_PER_SECOND && heardEnergy >= ENERGY_PER_SECOND
}

/** Share of packets, 0 to 1, on the worse of both ways. */
function lossOf(one: Counted): number {
  const up = one.packetsLostOnTheWayUp / one.packetsSent
  const down = one.packetsLost / (one.packetsReceived + one.packetsLost)
  return Math.max(up, down)
}

function inWords(step: Step): string {
  const { calls, core, memoryMb, kbitPerSecond, machineBusy, served, packetsLost, picturesPerSecond } = step
  return [
    `${calls} at once: media server ${core} % of a core, ${memoryMb} MB`,
    `${kbitPerSecond.in} kbit/s in, ${kbitPerSecond.out} out`,
    `${served} of ${2 * calls} served, ${packetsLost} % lost, ${picturesPerSecond} pictures a second`,
    `machine ${machineBusy} % busy`,
  ].join('; ')
}
