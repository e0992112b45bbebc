import type { Page } from '@playwright/test'
import { deskOn } from './desk.ts'
import { expect, FACE_OF, type Fixtures, test } from './fixtures.ts'
import { SMALL } from './media/camera-file.ts'
import { connect, expectToMeet } from './meeting.ts'
import { totemOn } from './totem.ts'

/** Shorter than the usual 20 s, and long enough that a slow machine sees what the grace looks like. */
const GRACE_MS = 8_000

test('the operator reloads in the call and is back in it', async ({ totem, operator }) => {
  const { desk, visitor } = await callBetween({ totem, operator })
  await desk.page.reload()
  await desk.expectInCall()
  await Promise.all([expectToMeet(desk, FACE_OF['padova-149']), expectToMeet(visitor, FACE_OF.anna)])
  await desk.hangUp.click()
  await expect(desk.wrapUp).toBeVisible()
})

test('the visitor reloads in the call and is back in it', async ({ totem, operator }) => {
  const { desk, visitor } = await callBetween({ totem, operator })
  await visitor.page.reload()
  await visitor.expectInCall()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(desk, FACE_OF['padova-149'])])
  await visitor.hangUp.click()
  await expect(visitor.done).toBeVisible()
})

test('the visitor reloads while waiting and keeps the place', async ({ totem, operator, rules }) => {
  // Nobody is rung while they look, however slow they are.
  await rules({ declineBackOffMs: 120_000 })
  const [anna, visitor] = await Promise.all([
    operator('anna', { format: SMALL }),
    totem('padova-149', { format: SMALL }),
  ])
  const later = await totem('modena-est', { format: SMALL })
  await visitor.call()
  await anna.decline.click()
  await later.call()
  await later.expectPlace(2)
  await visitor.page.reload()
  await visitor.expectPlace(1)
  await later.expectPlace(2)
  const bruno = await operator('bruno')
  await bruno.answer.click()
  await expectToMeet(visitor, FACE_OF.bruno)
  await later.expectPlace(1)
})

test('the operator closes: the visitor is told within two seconds, and after the grace the next desk rings', async ({
  totem,
  operator,
  rules,
}) => {
  await rules({ rejoinGraceMs: GRACE_MS })
  const { desk, visitor } = await callBetween({ totem, operator })
  const bruno = await operator('bruno')
  await leave(desk.page)
  await expect(visitor.page.getByText(/ricollegando|perso il collegamento/).first()).toBeVisible({
    timeout: 2_000,
  })
  await expect(bruno.ring).toBeHidden()
  await expect(bruno.ring).toBeVisible({ timeout: GRACE_MS + 5_000 })
  await bruno.answer.click()
  await Promise.all([expectToMeet(visitor, FACE_OF.bruno), expectToMeet(bruno, FACE_OF['padova-149'])])
})

test('the visitor goes away in the call: the operator is told, and after the grace it is over', async ({
  totem,
  operator,
  rules,
}) => {
  await rules({ rejoinGraceMs: GRACE_MS })
  const { desk, visitor } = await callBetween({ totem, operator })
  await leave(visitor.page)
  await expect(desk.page.getByText('Il totem si sta ricollegando')).toBeVisible({ timeout: 20_000 })
  await expect(desk.wrapUp).toBeVisible({ timeout: GRACE_MS + 25_000 })
})

test('a second desk page asks before it takes over a call, and then has it', async ({
  totem,
  operator,
  stack,
}) => {
  const { desk, visitor } = await callBetween({ totem, operator })
  const second = deskOn(await desk.page.context().newPage())
  await second.page.goto(`${stack.url}/desk`)
  const takeOver = second.page.getByRole('button', { name: 'Portala qui' })
  await takeOver.click()
  await second.expectInCall()
  await Promise.all([expectToMeet(visitor, FACE_OF.anna), expectToMeet(second, FACE_OF['padova-149'])])
  await expect(desk.hangUp).toBeHidden()
})

test('a second desk page while idle has the desk; the first one says so and stops', async ({
  totem,
  operator,
  stack,
}) => {
  const first = await operator('anna')
  await first.page.getByRole('button', { name: 'Prova di nuovo' }).click()
  await expect(first.page.getByText(/^Tutto a posto\. Chiudi/)).toBeVisible()
  const second = deskOn(await first.page.context().newPage())
  await second.page.goto(`${stack.url}/desk`)
  await expect(second.page.getByRole('radiogroup', { name: 'Stato' })).toBeVisible()
  await expect(first.page.getByText(/altr[ao]/).first()).toBeVisible()
  const stillOpen = () => [...farEnd.ownTracks].filter(({ readyState }) => readyState === 'live').length
  await expect.poll(() => first.page.evaluate(stillOpen)).toBe(0)
  await second.goOnDuty()
  const visitor = await totem('padova-149')
  await visitor.call()
  await expect(second.ring).toBeVisible()
  await expect(first.ring).toBeHidden()
})

test('a second totem page has the totem; the first one says so and can take it back', async ({
  totem,
  stack,
}) => {
  const first = await totem('padova-149')
  await first.expectHome()
  const second = totemOn(await first.page.context().newPage())
  await second.page.goto(`${stack.url}/totem?totem=padova-149`)
  await second.expectHome()
  await expect(first.page.getByRole('heading', { name: /altrove/ })).toBeVisible()
  await first.page.getByRole('button', { name: 'Usa questa pagina' }).click()
  await first.expectHome()
  await expect(second.page.getByRole('heading', { name: /altrove/ })).toBeVisible()
})

async function callBetween({ totem, operator }: Pick<Fixtures, 'totem' | 'operator'>) {
  const [desk, visitor] = await Promise.all([operator('anna'), totem('padova-149')])
  await connect(visitor, desk)
  await expectToMeet(visitor, FACE_OF.anna)
  return { desk, visitor }
}

/** Closes the page as a person closes a tab: with its farewells. */
const leave = (page: Page) => page.close({ runBeforeUnload: false })
