import {
  type Figures,
  figuresOf,
  SERVICE_LEVEL_AIM,
  SERVICE_LEVEL_MS,
} from '../../lib/switchboard/simulation/figures.ts'
import type { Visit } from '../../lib/switchboard/simulation/simulate.ts'

/** What one number of operators came to, over all simulated days. */
export interface Tried {
  operators: number
  days: number
  visits: readonly Visit[]
  figures: Figures
}

const IN_TIME = `in ${SERVICE_LEVEL_MS / 1_000} s`

/** One line per number of operators; calls are those of an average day. */
export function staffTable(tried: readonly Tried[], asked: number): string {
  const head = [
    'operators',
    'calls',
    'answered',
    'left',
    'turned away',
    IN_TIME,
    'mean wait',
    '90 % within',
    'busy',
  ]
  const lines = tried.map(({ operators, days, figures }) => [
    `${operators === asked ? '> ' : ''}${operators}`,
    perDay(figures.offered + figures.refused, days),
    perDay(figures.answered, days),
    perDay(figures.abandoned, days),
    perDay(figures.refused, days),
    percent(figures.serviceLevel),
    clock(figures.meanWaitMs),
    clock(figures.p90WaitMs),
    percent(figures.occupancy),
  ])
  return columns([head, ...lines])
}

/** The same as bars: how long people wait, how many leave, how much operators are occupied. */
export function staffChart(tried: readonly Tried[], asked: number): string {
  const longestMs = Math.max(...tried.map(({ figures }) => figures.p90WaitMs ?? 0), 60_000)
  const chart = (title: string, of: (figures: Figures) => { part: number; label: string }) => [
    title,
    ...tried.map(({ operators, figures }) => {
      const { part, label } = of(figures)
      return `${`${operators === asked ? '> ' : ''}${operators}`.padStart(9)}  ${bar(part)}${label}`
    }),
  ]
  return [
    ...chart('90 % are answered within', ({ p90WaitMs }) => ({
      part: (p90WaitMs ?? 0) / longestMs,
      label: clock(p90WaitMs),
    })),
    '',
    ...chart('visitors who leave, or are turned away', ({ offered, abandoned, refused }) => {
      const lost = offered + refused === 0 ? 0 : (abandoned + refused) / (offered + refused)
      return { part: lost, label: percent(lost) }
    }),
    '',
    ...chart('operators busy', ({ occupancy }) => ({ part: occupancy ?? 0, label: percent(occupancy) })),
  ].join('\n')
}

/** The day of the number that was asked for, hour by hour of arrival. */
export function hoursTable(tried: readonly Tried[], asked: number): string {
  const { visits, days } = tried.find(({ operators }) => operators === asked) ?? { visits: [], days: 1 }
  const byHour = new Map<number, Visit[]>()
  for (const visit of visits) {
    const hour = Math.floor(visit.arrivedMs / 3_600_000)
    byHour.set(hour, [...(byHour.get(hour) ?? []), visit])
  }
  const hours = [...byHour].toSorted(([one], [other]) => one - other)
  const lines = hours.map(([hour, those]) => {
    const figures = figuresOf(those, { onDutyMs: 0, busyMs: 0 })
    return [
      `${hour + 1}`,
      perDay(figures.offered + figures.refused, days),
      perDay(figures.answered, days),
      perDay(figures.abandoned + figures.refused, days),
      percent(figures.serviceLevel),
      clock(figures.meanWaitMs),
    ]
  })
  return columns([['hour', 'calls', 'answered', 'lost', IN_TIME, 'mean wait'], ...lines])
}

/** The answer to the question, in a sentence. */
export function verdict(tried: readonly Tried[]): string {
  const aim = `${100 * SERVICE_LEVEL_AIM} % ${IN_TIME}`
  const enough = tried.find(({ figures }) => (figures.serviceLevel ?? 1) >= SERVICE_LEVEL_AIM)
  return enough
    ? `Of these, ${enough.operators} on duty is the fewest that answers ${aim}.`
    : `None of these answers ${aim}: try more operators.`
}

/** Right-aligned, as wide as the widest of each column. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n')
}

const BAR_WIDTH = 40

const bar = (part: number): string => {
  const length = Math.round(Math.min(Math.max(part, 0), 1) * BAR_WIDTH)
  return length === 0 ? '' : `${'█'.repeat(length)} `
}

const perDay = (count: number, days: number): string => {
  const each = count / days
  return each >= 10 ? `${Math.round(each)}` : `${Math.round(each * 10) / 10}`
}

const percent = (part: number | null): string => (part === null ? '–' : `${Math.round(100 * part)} %`)

/** "4:05", minutes and seconds. */
function clock(ms: number | null): string {
  if (ms === null) return '–'
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
