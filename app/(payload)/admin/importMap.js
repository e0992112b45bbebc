import { EnrolmentCode as EnrolmentCode_af29c5b8241adfdb42d99942e54c4e91 } from '../../../app/(payload)/admin/enrolment-code.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/app/(payload)/admin/enrolment-code.tsx#EnrolmentCode": EnrolmentCode_af29c5b8241adfdb42d99942e54c4e91,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
