import type { Total } from '../storage/totals.ts'
import { BOUNDS_MS } from '../storage/totals.ts'

/**
 * What has happened to calls since the beginning, as Prometheus text: every line is worked out from the
 * database's totals, so that every instance says the same and a restart resets nothing. prom-client cannot
 * show a histogram that it has not observed itself.
 */
export function callMetrics(totals: readonly Total[]): string {
  const of = (what: string, label?: string) =>
    totals.filter((total) => total.what === what && (label === undefined || total.label === label))
  return [
    counter('pronto_calls_offered_total', 'Calls that entered the queue', of('offered')),
    counter('pronto_calls_answered_total', 'Calls whose media connected', of('answered')),
    labelled('pronto_calls_over_total', 'Calls that ended without an answer, by how', 'outcome', of('over')),
    labelled('pronto_calls_refused_total', 'Calls that were not admitted, by why', 'reason', of('refused')),
    labelled('pronto_rings_total', 'Desks that stopped ringing, by how', 'outcome', of('ring')),
    histogram(
      'pronto_time_to_answer_seconds',
      'From the enqueue until media connected, of answered calls',
      of('answered'),
    ),
    histogram(
      'pronto_time_to_abandon_seconds',
      'From the enqueue until the visitor left, of abandoned calls',
      of('over', 'abandoned'),
    ),
    histogram(
      'pronto_handle_time_seconds',
      'From the answer until the work is complete, wrap-up included',
      of('handled'),
    ),
  ].join('')
}

const header = (name: string, type: string, help: string) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n`

const countOf = (totals: readonly Total[]) => totals.reduce((sum, { count }) => sum + count, 0)

const counter = (name: string, help: string, totals: readonly Total[]): string =>
  `${header(name, 'counter', help)}${name} ${countOf(totals)}\n`

function labelled(name: string, help: string, label: string, totals: readonly Total[]): string {
  const values = [...new Set(totals.map((total) => total.label))].toSorted()
  const lines = values.map(
    (value) => `${name}{${label}="${value}"} ${countOf(totals.filter((total) => total.label === value))}\n`,
  )
  return `${header(name, 'counter', help)}${lines.join('')}`
}

function histogram(name: string, help: string, totals: readonly Total[]): string {
  const upTo = (boundMs: number) =>
    countOf(totals.filter(({ upToMs }) => upToMs !== null && upToMs <= boundMs))
  const sumMs = totals.reduce((sum, { ms }) => sum + ms, 0)
  const buckets = BOUNDS_MS.map((bound) => `${name}_bucket{le="${bound / 1000}"} ${upTo(bound)}\n`)
  return [
    header(name, 'histogram', help),
    ...buckets,
    `${name}_bucket{le="+Inf"} ${countOf(totals)}\n`,
    `${name}_sum ${sumMs / 1000}\n`,
    `${name}_count ${countOf(totals)}\n`,
  ].join('')
}
