import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAX_BODY_BYTES } from '@/lib/http/parse-input.ts'
import { signIn } from '@/lib/identity/sign-in.ts'
import { makeTown, PASSWORD, type Town } from '@/lib/records/testing/town.ts'
import { pool } from '@/lib/storage/pool.ts'
import { POST } from './route.ts'

/** Cookies of an editor in either town. */
let modena: string
let carpi: string
beforeAll(async () => {
  const [withOperator, without] = [await makeTown('modena'), await makeTown('carpi')]
  await withOperator.payload.update({
    collection: 'operators',
    where: { email: { equals: withOperator.emailOf('operator') } },
    data: { skills: ['tributi'] },
  })
  modena = await editorOf(withOperator)
  carpi = await editorOf(without)
})
afterAll(() => pool().end())

async function editorOf({ emailOf }: Town): Promise<string> {
  const signedIn = await signIn({ email: emailOf('editor'), password: PASSWORD }, 'somewhere')
  return signedIn?.cookie.split(';')[0] ?? ''
}

function ask(cookie: string, body: unknown, origin = 'http://localhost:3000'): Promise<Response> {
  const request = new Request('http://localhost:3000/api/staff/skill-gaps', {
    method: 'POST',
    headers: { origin, host: 'localhost:3000', cookie },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return POST(request, { params: Promise.resolve({}) })
}
const asked = (...skills: string[]) => ({ requiredSkills: skills, skillNeeds: [] })

it('says what nobody of the own body can do, as it would be saved', async () => {
  const says = async (editor: string, body: unknown) => (await (await ask(editor, body)).json()).warning
  expect(await says(modena, asked(' Tributi'))).toBeNull()
  expect(await says(modena, asked('tributi', 'anagrafe'))).toContain('“anagrafe”')
  // What another body's people can do is no help here.
  expect(await says(carpi, asked('tributi'))).toContain('“tributi”')
})

it('takes rows that are half filled in, and wishes for what they are', async () => {
  const skillNeeds = [
    { skill: 'tributi', minLevel: '4', demand: 'required' },
    { skill: 'anagrafe', minLevel: '1', demand: 'wished' },
    { skill: '', demand: 'required' },
    { skill: null },
  ]
  const answer = await ask(modena, { requiredSkills: [], skillNeeds })
  expect(await answer.json()).toEqual({ warning: expect.stringContaining('“tributi” al livello 4 o più') })
})

it('is for staff, in a form that it knows', async () => {
  expect((await ask('', asked('tributi'))).status).toBe(401)
  expect((await ask(modena, asked('tributi'), 'https://example.org')).status).toBe(403)
  for (const wrong of ['{', '[]', 'null', {}, { requiredSkills: {}, skillNeeds: [] }, asked('x'.repeat(201))])
    expect((await ask(modena, wrong)).status).toBe(400)
  expect((await ask(modena, asked('x'.repeat(MAX_BODY_BYTES)))).status).toBe(413)
})
