import { SkillWarning as SkillWarning_5ac1848d411625c18bb28c47d0201c07 } from '../../../app/(payload)/admin/skill-warning.tsx'
import { AttendantPin as AttendantPin_a9b308198e858246ebd65d30d36c27a4 } from '../../../app/(payload)/admin/attendant-pin.tsx'
import { EnrolmentCode as EnrolmentCode_af29c5b8241adfdb42d99942e54c4e91 } from '../../../app/(payload)/admin/enrolment-code.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/app/(payload)/admin/skill-warning.tsx#SkillWarning": SkillWarning_5ac1848d411625c18bb28c47d0201c07,
  "/app/(payload)/admin/attendant-pin.tsx#AttendantPin": AttendantPin_a9b308198e858246ebd65d30d36c27a4,
  "/app/(payload)/admin/enrolment-code.tsx#EnrolmentCode": EnrolmentCode_af29c5b8241adfdb42d99942e54c4e91,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
