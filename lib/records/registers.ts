import { getPayload, type Payload } from 'payload'
import config from '../../payload.config.ts'

/** The registers as the running server shares them. In a page, read the headers or cookies first: Next must know that it cannot be built ahead. */
export const registers = (): Promise<Payload> => getPayload({ config })
