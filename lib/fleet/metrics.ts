import type { Pool } from 'pg'
import { Gauge, Histogram, Registry } from 'prom-client'
import * as z from 'zod'
import { readTotals } from '../storage/totals.ts'
import { callMetrics } from './call-metrics.ts'

/** The measures of this process, for Prometheus. Those of the database are the same in every process. */
export interface Metrics {
  contentType: string
  /** Prometheus text; the database is asked when it is called. */
  text: () => Promise<string>
  onCommand: (type: string, ms: number) => void
}

export function createMetrics({ pool, openStreams }: { pool: Pool; openStreams: () => number }): Metrics {
  const register = new Registry()
  const registers = [register]
  const commands = new Histogram({
    name: 'pronto_command_duration_seconds',
    help: 'From taking a command until its commit, waiting for its turn included',
    labelNames: ['type'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const gauges = Object.fromEntries(
    GAUGES.map(({ name, help, label }) => [name, new Gauge({ name, help, labelNames: [label], registers })]),
  )
  const streams = new Gauge({
    name: 'pronto_streams_open',
    help: 'Event streams of pages that this process serves',
    registers,
  })
  return {
    contentType: register.contentType,
    async text() {
      streams.set(openStreams())
      const totals = await readTotals(pool)
      const { rows } = await pool.query(COUNTS)
      for (const gauge of Object.values(gauges)) gauge.reset()
      for (const row of rows) {
        const { name, label, value } = CountRow.parse(row)
        const labelName = GAUGES.find((gauge) => gauge.name === name)?.label
        if (labelName) gauges[name]?.set({ [labelName]: label }, value)
      }
      return `${await register.metrics()}\n${callMetrics(totals)}`
    },
    onCommand: (type, ms) => commands.observe({ type }, ms / 1000),
  }
}

const GAUGES = [
  { name: 'pronto_calls', help: 'Calls on the boards, by state', label: 'state' },
  { name: 'pronto_operators', help: 'Operators with a live desk, by what they are doing', label: 'work' },
  {
    name: 'pronto_operators_present',
    help: 'Operators with a live desk, by what they want',
    label: 'intent',
  },
  {
    name: 'pronto_longest_waiting_seconds',
    help: 'How long the call that has waited longest has been waiting; 0: none waits',
    label: 'queue',
  },
  { name: 'pronto_outbox_lag_seconds', help: 'Age of the oldest order not carried out', label: 'queue' },
]

const CountRow = z.object({ name: z.string(), label: z.string(), value: z.coerce.number() })

const COUNTS = `
select 'pronto_calls' as name, s.state as label, count(c.id) as value
from unnest(array['waiting', 'offered', 'connecting', 'in_call', 'dialling', 'on_phone']) s(state)
left join switchboard.calls c on c.state = s.state and c.on_board
group by s.state
union all
select 'pronto_operators', w.work, count(o.id)
from unnest(array['idle', 'engaged', 'wrap_up', 'not_responding']) w(work)
left join switchboard.operators o
  on o.work = w.work and o.presence = 'here' and o.lease_ends_at > clock_timestamp()
group by w.work
union all
select 'pronto_operators_present', i.intent, count(o.id)
from unnest(array['available', 'on_break', 'off_duty']) i(intent)
left join switchboard.operators o
  on o.intent = i.intent and o.presence = 'here' and o.lease_ends_at > clock_timestamp()
group by i.intent
union all
select 'pronto_longest_waiting_seconds', 'calls',
  coalesce(greatest(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0)
from switchboard.calls where on_board and state in ('waiting', 'offered')
union all
select 'pronto_outbox_lag_seconds', 'media',
  coalesce(extract(epoch from clock_timestamp() - min(ordered_at)), 0)
from switchboard.outbox`
