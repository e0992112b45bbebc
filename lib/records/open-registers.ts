import { BasePayload, type Payload } from 'payload'
import { registersConfig } from './config.ts'

/**
 * The registers of one database for a script or a test, apart from those that the server shares.
 * Payload keeps one connection for as long as the process lives, so a script ends with `process.exit`.
 */
export const openRegisters = async (options: { databaseUrl: string; secret: string }): Promise<Payload> =>
  new BasePayload().init({ config: await registersConfig({ ...options, silenceMs: null }) })
