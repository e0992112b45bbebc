import { describe, expect, it } from 'vitest'
import { presentedCredential, totemCookie } from './totem-cookie.ts'

const asking = (query: string, cookie: string) =>
  presentedCredential(new Request(`http://127.0.0.1:3000/api/totem/beat${query}`, { headers: { cookie } }))

describe('the credential that a request presents', () => {
  const both = 'pronto-locale=it; pronto-totem-villanova=AAA; pronto-totem-san-damaso=BBB='

  it('is the one of the totem that the address names', () => {
    expect(asking('?totem=san-damaso', both)).toEqual({ slug: 'san-damaso', credential: 'BBB=' })
    expect(asking('?totem=modena-est', both)).toBeNull()
  })

  it('is the only one when the address names none', () => {
    expect(asking('', 'a=b; pronto-totem-villanova=AAA')).toEqual({ slug: 'villanova', credential: 'AAA' })
    expect(asking('', both)).toBeNull()
    expect(asking('', '')).toBeNull()
    expect(asking('', 'pronto-totem-villanova=; payload-token=x')).toBeNull()
  })
})

describe('the cookie', () => {
  it('is out of reach of scripts and of other sites', () => {
    expect(totemCookie('villanova', 'AAA', true)).toMatchObject({
      name: 'pronto-totem-villanova',
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: true,
    })
  })
})
