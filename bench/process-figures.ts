import { readFileSync } from 'node:fs'

/** Memory of a process that is in the machine's, in MB. */
export function residentMb(pid: number): number {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(resident) / 1_024
}

/** Processor time of a process so far; Linux counts it in hundredths of a second. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** What the cores of this machine have done since it started, in hundredths of a second of one core. */
export interface MachineTime {
  busy: number
  all: number
}

export function machineTime(): MachineTime {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  // user, nice, system, idle, iowait, irq, softirq, steal: what comes after is in user and nice already.
  const times = line.trim().split(/\s+/).slice(1, 9).map(Number)
  const all = times.reduce((sum, time) => sum + time, 0)
  return { busy: all - (times[3] ?? 0) - (times[4] ?? 0), all }
}

/** Share of all cores that was at work between the two, 0 to 1. */
export function busyShare(from: MachineTime, to: MachineTime): number {
  return (to.busy - from.busy) / (to.all - from.all)
}
