import type { SampleService } from '../shapes.ts'
import { ACT_SERVICES } from './acts.ts'
import { CIVIL_STATUS_SERVICES } from './civil-status.ts'
import { FAMILY_SERVICES } from './family.ts'
import { IDENTITY_SERVICES } from './identity.ts'
import { MOBILITY_SERVICES } from './mobility.ts'
import { RESIDENCE_SERVICES } from './residence.ts'
import { URP_SERVICES } from './urp.ts'

/** In the order of the totem. */
export const SAMPLE_SERVICES: readonly SampleService[] = [
  ...URP_SERVICES,
  ...IDENTITY_SERVICES,
  ...RESIDENCE_SERVICES,
  ...ACT_SERVICES,
  ...MOBILITY_SERVICES,
  ...FAMILY_SERVICES,
  ...CIVIL_STATUS_SERVICES,
]
