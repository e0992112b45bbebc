import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { NotAllowed, NotSignedIn, TooOften } from '../http/refusals.ts'
import type { Role } from '../records/roles.ts'
import { makeTown, PASSWORD, type Town } from '../records/testing/town.ts'
import { signIn, signOut } from './sign-in.ts'
import { allowSignIn } from './sign-in-limits.ts'
import { requireOperator, requireStaff, staffFromHeaders } from './staff.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

let addresses = 0
/** Each test comes from an address of its own. */
const somewhere = () => `192.0.2.${++addresses}`

const headersWith = (setCookie: string) => new Headers({ cookie: setCookie.split(';')[0] ?? '' })
const requestWith = (setCookie: string) =>
  new Request('http://127.0.0.1:3000/api/desk/beat', { headers: headersWith(setCookie) })

async function signedIn(email: string): Promise<string> {
  const result = await signIn({ email, password: PASSWORD }, somewhere())
  if (!result) throw new Error('not signed in')
  return result.cookie
}

describe('signing in', () => {
  it('gives the role and a cookie that scripts cannot read', async () => {
    const result = await signIn(
      { email: ` ${town.emailOf('supervisor').toUpperCase()}`, password: PASSWORD },
      somewhere(),
    )
    expect(result?.role).toBe('supervisor')
    expect(result?.cookie).toMatch(
      /^payload-token=.+; Path=\/; HttpOnly=true; SameSite=Lax$|HttpOnly=true; SameSite=Lax/,
    )
  })

  it('makes a session that is one person of one body', async () => {
    const cookie = await signedIn(town.emailOf('operator'))
    expect(await staffFromHeaders(headersWith(cookie))).toMatchObject({
      bodyId: town.bodyId,
      role: 'operator',
      displayName: 'operator',
    })
    expect(await requireOperator(requestWith(cookie))).toMatchObject({ bodyId: town.bodyId })
  })

  it('is over after signing out, also for whoever kept the cookie', async () => {
    const cookie = await signedIn(town.emailOf('editor'))
    expect(await signOut(headersWith(cookie))).toContain('payload-token=;')
    expect(await staffFromHeaders(headersWith(cookie))).toBeNull()
  })

  it('can be signed out of without being signed in', async () => {
    expect(await signOut(new Headers())).toContain('payload-token=;')
  })

  it.each([
    ['a wrong password', () => town.emailOf('technician'), 'sbagliata'],
    ['an unknown address', () => 'nessuno@modena.example', PASSWORD],
  ])('says no more than no to %s', async (_what, email, password) => {
    expect(await signIn({ email: email(), password }, somewhere())).toBeNull()
  })

  it('says no also when the refusal comes from another copy of Payload', async () => {
    const refusal = Object.assign(new Error('wrong'), { status: 401 })
    vi.spyOn(town.payload.db, 'findOne').mockRejectedValueOnce(refusal)
    expect(await signIn({ email: town.emailOf('operator'), password: PASSWORD }, somewhere())).toBeNull()
  })

  it('does not take a fault for a wrong password', async () => {
    vi.spyOn(town.payload.db, 'findOne').mockRejectedValueOnce(new Error('the disk is full'))
    const attempt = signIn({ email: town.emailOf('operator'), password: PASSWORD }, somewhere())
    await expect(attempt).rejects.toThrow('the disk is full')
  })

  it('takes about as long for an address that nobody has', async () => {
    const time = async (email: string) => {
      const started = performance.now()
      await signIn({ email, password: 'sbagliata' }, somewhere())
      return performance.now() - started
    }
    // The shortest of each, in turns: what else the machine does only makes it longer, and comes and goes.
    let [known, unknown] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let attempt = 0; attempt < 4; attempt++) {
      known = Math.min(known, await time(town.emailOf('administrator')))
      unknown = Math.min(unknown, await time('mai-esistito@modena.example'))
    }
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })
})

describe('too many wrong passwords', () => {
  it.each([
    ['an account', () => town.emailOf('supervisor')],
    ['an address that nobody has', () => 'inventato@modena.example'],
  ])('lock %s where they came from, even for the right one, and say for how long', async (_what, email) => {
    const here = somewhere()
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect(await signIn({ email: email(), password: 'sbagliata' }, here)).toBeNull()
    }
    const locked = await signIn({ email: email(), password: PASSWORD }, here).catch((error) => error)
    expect(locked).toBeInstanceOf(TooOften)
    expect(locked.retryAfterSeconds).toBeGreaterThan(14 * 60)
  })

  it('lock nobody out elsewhere', async () => {
    const [email, attacker] = [town.emailOf('operator'), somewhere()]
    const tries = await Promise.all(Array.from({ length: 40 }, () => outcome(email, attacker)))
    expect(tries.filter((result) => result === 'let through')).toHaveLength(5)
    expect(await signIn({ email, password: PASSWORD }, somewhere())).not.toBeNull()
  })

  it('lock an account for everyone when they come from everywhere', async () => {
    for (let attempt = 1; attempt <= 50; attempt++) {
      expect(await outcome('ovunque@modena.example', somewhere())).toBe('let through')
    }
    expect(await outcome('ovunque@modena.example', somewhere())).toBe('locked')
  })

  it('lock an address that tries many accounts', async () => {
    const here = somewhere()
    for (let attempt = 1; attempt <= 50; attempt++) {
      expect(await outcome(`${attempt}@modena.example`, here)).toBe('let through')
    }
    expect(await outcome('altri@modena.example', here)).toBe('locked')
  })

  it('are forgotten after a right one', async () => {
    const [email, here] = [town.emailOf('technician'), somewhere()]
    for (let round = 0; round < 2; round++) {
      for (let attempt = 1; attempt <= 3; attempt++) await signIn({ email, password: 'sbagliata' }, here)
      expect(await signIn({ email, password: PASSWORD }, here)).not.toBeNull()
    }
  })

  it('are counted when they come at once', async () => {
    const here = somewhere()
    const attempts = Array.from({ length: 12 }, () =>
      signIn({ email: 'insieme@modena.example', password: 'sbagliata' }, here).catch((error) => error),
    )
    const results = await Promise.all(attempts)
    expect(results.filter((result) => result === null)).toHaveLength(5)
    expect(results.filter((result) => result instanceof TooOften)).toHaveLength(7)
  })
})

describe('an account that somebody guesses at from everywhere', () => {
  const attack = async (email: string) => {
    let last: 'let through' | 'locked' = 'let through'
    for (let attempt = 1; last === 'let through'; attempt++) {
      expect(attempt).toBeLessThanOrEqual(51)
      last = await outcome(email, somewhere())
    }
  }
  /** A browser that signs in, and what it sends from then on. */
  async function browser(email: string): Promise<Headers> {
    const signedIn = await signIn({ email, password: PASSWORD }, somewhere())
    return new Headers({ cookie: signedIn?.deviceCookie.split(';')[0] ?? '' })
  }
  const attempt = (email: string, password: string, headers: Headers) =>
    signIn({ email, password }, somewhere(), headers).then(
      (signedIn) => (signedIn ? 'in' : 'wrong'),
      (error) => {
        if (error instanceof TooOften) return 'locked'
        throw error
      },
    )

  let attacked: Town
  beforeAll(async () => {
    attacked = await makeTown('formigine')
  })

  it('is open to the browsers that have signed in to it before, and to no other', async () => {
    const email = attacked.emailOf('operator')
    const [desk, home] = [await browser(email), await browser(email)]
    const colleague = await browser(attacked.emailOf('editor'))
    const forged = new Headers({ cookie: (desk.get('cookie') ?? '').replace(/=.*\./, '=made-up.') })
    await attack(email)
    for (const stranger of [new Headers(), colleague, forged]) {
      expect(await attempt(email, PASSWORD, stranger)).toBe('locked')
    }
    expect(await attempt(email, PASSWORD, desk)).toBe('in')
    expect(await attempt(` ${email.toUpperCase()}`, PASSWORD, home)).toBe('in')
  })

  it('gives such a browser five wrong passwords, which lock no other', async () => {
    const email = attacked.emailOf('supervisor')
    const [desk, home] = [await browser(email), await browser(email)]
    for (let tries = 1; tries <= 5; tries++) expect(await attempt(email, 'sbagliata', desk)).toBe('wrong')
    expect(await attempt(email, PASSWORD, desk)).toBe('locked')
    expect(await attempt(email, PASSWORD, home)).toBe('in')
    expect(await attempt(email, PASSWORD, new Headers())).toBe('in')
  })

  it('hands out a cookie that scripts cannot read, which names nobody and goes nowhere else', async () => {
    const email = attacked.emailOf('technician')
    const cookie = (await signIn({ email, password: PASSWORD }, somewhere()))?.deviceCookie
    expect(cookie).toMatch(
      /^pronto-known-[0-9a-f]{16}=[\w-]{43}\.[\w-]{43}; Path=\/api\/staff\/sign-in; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    )
    expect(await staffFromHeaders(headersWith(cookie ?? ''))).toBeNull()
  })
})

describe('an account that is changed while its password is checked', () => {
  let other: Town
  beforeAll(async () => {
    other = await makeTown('carpi')
  })
  beforeEach(() => void vi.restoreAllMocks())

  type Change = Parameters<typeof change>[1]
  const change = (role: Role, data: { isActive?: boolean; password?: string; displayName?: string }) =>
    other.payload.update({ collection: 'operators', where: { email: { equals: other.emailOf(role) } }, data })

  /** Signs in; once the account has been read, somebody changes it. */
  async function signInMeanwhile(role: Role, data: Change) {
    const { db } = other.payload
    const findOne = db.findOne.bind(db)
    vi.spyOn(db, 'findOne').mockImplementationOnce(async (asked) => {
      const read = await findOne(asked)
      await change(role, data)
      return read
    })
    return signIn({ email: other.emailOf(role), password: PASSWORD }, somewhere())
  }

  const accountOf = async (role: Role) => {
    const where = { email: { equals: other.emailOf(role) } }
    return (await other.payload.find({ collection: 'operators', where })).docs[0]
  }

  it('stays closed, and nobody is signed in', async () => {
    expect(await signInMeanwhile('editor', { isActive: false })).toBeNull()
    expect(await accountOf('editor')).toMatchObject({ isActive: false, sessions: [] })
  })

  it('has the new password, and the old one opens nothing', async () => {
    const email = other.emailOf('technician')
    expect(await signInMeanwhile('technician', { password: 'una password nuova' })).toBeNull()
    expect(await accountOf('technician')).toMatchObject({ sessions: [] })
    expect(await signIn({ email, password: PASSWORD }, somewhere())).toBeNull()
    expect(await signIn({ email, password: 'una password nuova' }, somewhere())).not.toBeNull()
  })

  it('is signed in to as it is now', async () => {
    const result = await signInMeanwhile('supervisor', { displayName: 'Sonia' })
    expect(await staffFromHeaders(headersWith(result?.cookie ?? ''))).toMatchObject({ displayName: 'Sonia' })
  })

  it('is signed out of when it was closed at that moment', async () => {
    const signedIn = await signIn({ email: other.emailOf('operator'), password: PASSWORD }, somewhere())
    const { db } = other.payload
    const findOne = db.findOne.bind(db)
    vi.spyOn(db, 'findOne').mockImplementationOnce(async (asked) => {
      const read = await findOne(asked)
      // Whose session it is has been read; the rest is read once nobody else can change it.
      await change('operator', { isActive: false })
      return read
    })
    expect(await signOut(headersWith(signedIn?.cookie ?? ''))).toContain('payload-token=;')
    vi.restoreAllMocks()
    expect(await accountOf('operator')).toMatchObject({ isActive: false, sessions: [] })
  })
})

/** Of an attempt as far as it is counted: passwords take their time. */
const outcome = (email: string, address: string): Promise<'let through' | 'locked'> =>
  allowSignIn(email, { address, device: null }).then(
    () => 'let through',
    (error) => {
      if (error instanceof TooOften) return 'locked'
      throw error
    },
  )

describe('who a request comes from', () => {
  it('is nobody without a session', async () => {
    await expect(requireOperator(requestWith('payload-token=forged'))).rejects.toThrow(NotSignedIn)
    await expect(requireStaff(requestWith(''), ['operator'])).rejects.toThrow(NotSignedIn)
  })

  it('must have one of the roles', async () => {
    const cookie = await signedIn(town.emailOf('editor'))
    await expect(requireOperator(requestWith(cookie))).rejects.toThrow(NotAllowed)
    expect((await requireStaff(requestWith(cookie), ['editor', 'administrator'])).role).toBe('editor')
  })
})
