import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readSignedCredential, signedCredential } from './signed-credential.ts'

const signedFor = { deviceId: randomUUID(), issuedAt: Date.UTC(2026, 10, 27, 9) }

it('says whom it was made for and when, to whoever has the key', () => {
  const credential = signedCredential(signedFor, 'key')
  expect(readSignedCredential(credential, 'key')).toEqual(signedFor)
  expect(readSignedCredential(credential, 'another key')).toBeNull()
})

it('is never the same twice', () => {
  expect(signedCredential(signedFor, 'key')).not.toBe(signedCredential(signedFor, 'key'))
})

it('says nothing once a part of it was changed', () => {
  const [random, device, , signature] = signedCredential(signedFor, 'key').split('.')
  const changed = [
    [random, device, signedFor.issuedAt + 1, signature],
    [random, randomUUID(), signedFor.issuedAt, signature],
    [random, device, signedFor.issuedAt],
    [random, device, signedFor.issuedAt, ''],
  ]
  for (const parts of changed) expect(readSignedCredential(parts.join('.'), 'key')).toBeNull()
})

it.each(['', '.', '...', 'made-up', 'a.b.c.d', randomUUID()])('says nothing where it is %j', (text) => {
  expect(readSignedCredential(text, 'key')).toBeNull()
})
