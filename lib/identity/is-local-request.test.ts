import { expect, it } from 'vitest'
import { isLocalRequest } from './is-local-request.ts'

const from = (host: string, address?: string) =>
  isLocalRequest(new Headers({ host, ...(address && { 'x-forwarded-for': address }) }))

it.each([
  ['127.0.0.1:3000', '127.0.0.1'],
  ['localhost:3000', '::1'],
  ['[::1]:3000', '::ffff:127.0.0.1'],
  ['127.0.0.1:3000', undefined],
])('is local: %s from %s', (host, address) => {
  expect(from(host, address)).toBe(true)
})

it.each([
  ['totem.example:3000', '127.0.0.1'],
  ['127.0.0.1:3000', '192.0.2.1'],
  ['127.0.0.1:3000', '127.0.0.1, 192.0.2.1'],
  ['127.0.0.1.example.org', '127.0.0.1'],
  ['', '127.0.0.1'],
  ['not a host', '127.0.0.1'],
])('is not local: %s from %s', (host, address) => {
  expect(from(host, address)).toBe(false)
})
