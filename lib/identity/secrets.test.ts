import { expect, it } from 'vitest'
import { credentialHash, enrolmentCodeHash, newCredential, newEnrolmentCode } from './secrets.ts'

it('makes codes that a person can read aloud and type', () => {
  const codes = Array.from({ length: 200 }, newEnrolmentCode)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(new Set(codes).size).toBe(200)
})

it('takes a code however it was typed, and no other', () => {
  const hash = enrolmentCodeHash('10A0B-C1D2E', 'key')
  for (const typed of ['10a0bc1d2e', ' IOAOB cld2e ', 'l0a0b_C1D2E']) {
    expect(enrolmentCodeHash(typed, 'key')).toEqual(hash)
  }
  expect(enrolmentCodeHash('10A0B-C1D2F', 'key')).not.toEqual(hash)
  expect(enrolmentCodeHash('10A0B-C1D2E', 'other key')).not.toEqual(hash)
})

it('makes credentials of 256 bits, stored as something else', () => {
  const credential = newCredential()
  expect(Buffer.from(credential, 'base64url')).toHaveLength(32)
  expect(newCredential()).not.toBe(credential)
  expect(credentialHash(credential).toString('base64url')).not.toBe(credential)
})
