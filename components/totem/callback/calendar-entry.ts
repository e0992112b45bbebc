import type { TimeWindow } from '@/lib/switchboard/board.ts'

/** A time for a phone's calendar, as phones read it from a QR (RFC 5545, one event). Nothing of it is an address. */
export const calendarEntry = (summary: string, { from, until }: TimeWindow): string =>
  [
    'BEGIN:VEVENT',
    `SUMMARY:${summary.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')}`,
    `DTSTART:${instant(from)}`,
    `DTEND:${instant(until)}`,
    'END:VEVENT',
  ].join('\r\n')

/** "20261123T090000Z". */
const instant = (atMs: number): string => new Date(atMs).toISOString().replaceAll(/[-:]|\.\d+/g, '')
