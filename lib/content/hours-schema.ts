import * as z from 'zod'
import type { HolidayRule, Hours, HoursException } from './hours.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
const closingTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)

const dayInterval = z.object({ opens: time, closes: closingTime })
const closesLater = ({ opens, closes }: { opens: string; closes: string }) => opens < closes

const weeklyInterval = dayInterval
  .extend({ days: z.array(z.int().min(1).max(7)).min(1) })
  .refine(closesLater, 'closes before it opens')

/** Parses a stored exception, of one place or of a whole body. Server only. */
export const hoursExceptionSchema: z.ZodType<HoursException> = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    reason: z.string(),
    intervals: z.array(dayInterval.refine(closesLater, 'closes before it opens')),
  })
  .refine(({ from, to }) => from <= to, 'ends before it begins')

const holidayRule: z.ZodType<HolidayRule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('closed'),
    local: z.array(z.object({ day: monthDay, name: z.string() })),
  }),
])

/** Parses stored hours. Hours that were written before holidays were known keep the national ones. Server only. */
export const hoursSchema: z.ZodType<Hours> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({
    kind: z.literal('rules'),
    seasons: z.array(z.object({ from: monthDay, to: monthDay, weekly: z.array(weeklyInterval) })),
    exceptions: z.array(hoursExceptionSchema),
    holidays: holidayRule.default({ kind: 'closed', local: [] }),
  }),
])
