import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { takeTurn } from './take-turn.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pronto-turn-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

it.each([
  ['a process that is gone', '999999999 1'],
  ['one whose number another program has since', `${process.pid} 1`],
  ['one that only its number was written of', `${process.pid}`],
  ['nobody', ''],
])('waits for no claim of %s', async (_whose, claim) => {
  const file = path.join(folder, 'left-behind')
  fs.writeFileSync(file, claim)
  const letGo = await takeTurn(file)
  expect(fs.readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+$`))
  letGo()
  expect(fs.readdirSync(folder)).toEqual([])
})

it('waits for whoever has it', async () => {
  const file = path.join(folder, 'turn')
  const order: string[] = []
  const letGo = await takeTurn(file)
  const second = takeTurn(file).then((letGoToo) => {
    order.push('second')
    letGoToo()
  })
  await new Promise((resolve) => setImmediate(resolve))
  order.push('first is done')
  letGo()
  await second
  expect(order).toEqual(['first is done', 'second'])
})
