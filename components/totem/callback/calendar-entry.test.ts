import { expect, it } from 'vitest'
import { epochMs } from '@/lib/switchboard/ids.ts'
import { calendarEntry } from './calendar-entry.ts'

const window = {
  from: epochMs(Date.parse('2026-11-24T09:00:00+01:00')),
  until: epochMs(Date.parse('2026-11-24T11:00:00+01:00')),
}

it('holds when somebody is called, in the time of the world', () => {
  expect(calendarEntry('Comune di Carpi', window).split('\r\n')).toEqual([
    'BEGIN:VEVENT',
    'SUMMARY:Comune di Carpi',
    'DTSTART:20261124T080000Z',
    'DTEND:20261124T100000Z',
    'END:VEVENT',
  ])
})

it('keeps what a name holds from being read as more', () => {
  expect(calendarEntry('Uno, due; tre\\\nEND:VEVENT', window)).toContain(
    'SUMMARY:Uno\\, due\\; tre\\\\\\nEND:VEVENT\r\n',
  )
})
