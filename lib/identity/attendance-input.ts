import * as z from 'zod'

/** What every command of an attendant brings: the secret that the PIN was exchanged for. */
export const AttendanceInput = z.strictObject({ token: z.string().min(1).max(100) })
