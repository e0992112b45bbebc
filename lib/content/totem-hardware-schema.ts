import * as z from 'zod'
import { USUAL_HARDWARE } from './totem-hardware.ts'
import { VOLUMES_DB } from './volumes.ts'

/** Of a document; what it does not say is as usual. */
export const totemHardwareSchema = z.object({
  screenShortMm: z.number().default(USUAL_HARDWARE.screenShortMm),
  viewingMm: z.number().default(USUAL_HARDWARE.viewingMm),
  lowerEdgeMm: z.number().default(USUAL_HARDWARE.lowerEdgeMm),
  reachLineMm: z.number().default(USUAL_HARDWARE.reachLineMm),
  readingSeconds: z.number().default(USUAL_HARDWARE.readingSeconds),
  typingSeconds: z.number().default(USUAL_HARDWARE.typingSeconds),
  restSeconds: z.number().default(USUAL_HARDWARE.restSeconds),
  documentCamera: z.string().default(USUAL_HARDWARE.documentCamera),
  volumeDb: z.literal(VOLUMES_DB).default(USUAL_HARDWARE.volumeDb),
})
