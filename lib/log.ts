import { pino } from 'pino'

/**
 * The process's log: one JSON line per event on standard output. Never give it a request, a token or
 * a person's words; the paths below are only the net under that rule.
 */
export const log = pino({
  name: 'pronto',
  level: process.env.LOG_LEVEL ?? 'info',
  redact: [
    'token',
    '*.token',
    'password',
    '*.password',
    'authorization',
    '*.authorization',
    'cookie',
    '*.cookie',
  ],
})
