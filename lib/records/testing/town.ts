import type { Payload } from 'payload'
import { registers } from '../registers.ts'
import { ROLES, type Role } from '../roles.ts'
import { setUpBody } from '../setup.ts'

export const PASSWORD = 'una password lunga'

/** A body for a test, with one account of each role. */
export interface Town {
  payload: Payload
  bodyId: string
  totemId: string
  emailOf: (role: Role) => string
}

/** Sets up a body as `npm run setup` does, and adds the other roles. `name` must be free, a slug. */
export async function makeTown(name: string): Promise<Town> {
  const payload = await registers()
  const emailOf = (role: Role) => `${role}@${name}.example`
  const { bodyId, totemId } = await setUpBody(payload, {
    name: `Comune di ${name}`,
    phone: '059 20312',
    administrator: { email: emailOf('administrator'), displayName: 'Ada', password: PASSWORD },
    office: { name: 'URP', shortName: 'URP', address: 'piazza Grande' },
    totem: { slug: `${name}-1`, name: `Totem di ${name}`, address: 'piazza Grande' },
  })
  if (!totemId) throw new Error('the town has no totem')
  for (const role of ROLES) {
    if (role === 'administrator') continue
    await payload.create({
      collection: 'operators',
      data: {
        body: bodyId,
        email: emailOf(role),
        password: PASSWORD,
        displayName: role,
        role,
        isActive: true,
        languages: ['it'],
      },
    })
  }
  return { payload, bodyId, totemId, emailOf }
}
