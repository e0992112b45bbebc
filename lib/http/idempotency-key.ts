import * as z from 'zod'
import { parseInput } from './parse-input.ts'

const Key = z.uuid()

/**
 * The key under which a command's first answer is kept, so that a caller who never learnt whether it
 * was committed can safely send it again. Required. @throws Malformed
 */
export const readIdempotencyKey = (request: Request): string =>
  parseInput(Key, request.headers.get('idempotency-key')).toLowerCase()
