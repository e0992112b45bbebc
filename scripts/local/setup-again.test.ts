import { expect, it } from 'vitest'
import { whyNotAgain } from './setup-again.ts'

const asked = { appUrl: 'https://pronto.example.org', totem: undefined }

it('says of a database that the sample was tried in where real use begins', () => {
  const says = whyNotAgain({ isSample: true }, asked)
  expect(says).toMatch(/sample municipality.*DATABASE_URL.*PRONTO_HOME.*--totem padova-149$/)
  expect(says).not.toContain('\n')
})

it('says of a town where the rest is entered', () => {
  for (const isSample of [false, null, undefined]) {
    expect(whyNotAgain({ isSample }, asked)).toMatch(/has its body already.*example\.org\/admin/)
  }
})

it('says of a totem that is not there where it is made, whoever the database belongs to', () => {
  for (const isSample of [true, false]) {
    expect(whyNotAgain({ isSample }, { ...asked, totem: 'piazza' })).toMatch(/no totem "piazza".*\/admin/)
  }
})
