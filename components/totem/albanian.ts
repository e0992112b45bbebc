import names from '@/messages/sq/dates.json'
import words from '@/messages/sq/totem.json'
import { datesIn } from './times.ts'

/**
 * Dates in Albanian, of which Chromium knows neither days nor months and would say them in another language.
 * Null: hours, which are figures everywhere.
 */
function albanianDates({ timeZone, weekday, day, month, year }: Intl.DateTimeFormatOptions) {
  if (!weekday && !day && !month) return null
  const figures = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return {
    format(at?: Date | number) {
      const date = new Date(`${figures.format(at)}T00:00:00Z`)
      const dayOfMonth = [
        day && date.getUTCDate(),
        month && names.months[date.getUTCMonth()],
        year && date.getUTCFullYear(),
      ]
      return [weekday && names.weekdays[date.getUTCDay()], dayOfMonth.filter(Boolean).join(' ')]
        .filter(Boolean)
        .join(', ')
    },
  }
}

if (Intl.DateTimeFormat.supportedLocalesOf('sq').length === 0) datesIn.sq = albanianDates

// biome-ignore lint/style/noDefaultExport: fetched in place of the file of messages
export default words
