import { expect, it } from 'vitest'
import { deviceTroubleOf } from './device-trouble.ts'

it('tells refused, missing and busy devices apart', () => {
  expect(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map(deviceTroubleOf)).toEqual([
    'refused',
    'missing',
    'in-use',
    'unknown',
  ])
})
