import { type PhoneNumber, phoneNumber } from './ids.ts'

/**
 * A telephone number as people write it ("338 123 4567", "+39 059/2032011", "0049 30 1234567") as E.164
 * has it; null if it is none that an operator should dial. Numbers without a prefix are Italian: mobile
 * ones begin with 3 and have 9 or 10 digits; those of places begin with 0, which stays, and have 6 to 11
 * (ITU-T E.129, notification of Italy). Emergency, free and premium numbers are nobody's own, and a
 * premium number would cost the body money: refused, at home and abroad.
 */
export function toPhoneNumber(written: string): PhoneNumber | null {
  const text = written.normalize('NFKC').trim()
  if (text.length > LONGEST_WRITTEN || !/^\+?[\d\s().\-\u2010-\u2013/]+$/.test(text)) return null
  const isForeign = /^(\+|00)/.test(text)
  // "+44 (0)20": the bracketed zero is dialled only at home. In Italy it is always dialled.
  const bare = isForeign && !/^(\+|00)\s*39/.test(text) ? text.replace('(0)', '') : text
  const digits = bare.replace(/\D/g, '')
  if (!isForeign) return ITALIAN.test(digits) ? phoneNumber(`+39${digits}`) : null
  const international = text.startsWith('+') ? digits : digits.slice(2)
  if (international.startsWith('39')) {
    return ITALIAN.test(international.slice(2)) ? phoneNumber(`+${international}`) : null
  }
  if (!FOREIGN.test(international) || COSTLY.test(international)) return null
  return phoneNumber(`+${international}`)
}

const LONGEST_WRITTEN = 40
const ITALIAN = /^(3\d{8,9}|0[1-9]\d{4,9})$/
/** E.164: at most 15 digits, none of them a zero at the front. */
const FOREIGN = /^[1-9]\d{7,14}$/
/** North America's premium numbers, and those of no country: free, shared cost, personal, satellite, premium. */
const COSTLY = /^(1900|80[08]|87[08]|88[1238]|979)/
