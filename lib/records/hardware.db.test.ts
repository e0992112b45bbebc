import { ValidationError } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { USUAL_HARDWARE } from '../content/totem-hardware.ts'
import { readTotemPlace } from '../content/totem-place.ts'
import { pool } from '../storage/pool.ts'
import { bodyId, totemId } from '../switchboard/ids.ts'
import { makeTown, type Town } from './testing/town.ts'

let town: Town
beforeAll(async () => {
  town = await makeTown('modena')
})

const hardware = async () => (await readTotemPlace(bodyId(town.bodyId), totemId(town.totemId)))?.hardware
const measure = (given: object) =>
  town.payload.update({ collection: 'totems', id: town.totemId, data: { hardware: given } })

it('reaches the page of its totem, whole, as soon as it is saved', async () => {
  expect(await hardware()).toEqual(USUAL_HARDWARE)
  await measure({
    screenShortMm: 535,
    lowerEdgeMm: 560,
    restSeconds: 30,
    documentCamera: 'HD USB Camera',
    volumeDb: '-12',
  })
  expect(await hardware()).toEqual({
    ...USUAL_HARDWARE,
    screenShortMm: 535,
    lowerEdgeMm: 560,
    restSeconds: 30,
    documentCamera: 'HD USB Camera',
    volumeDb: -12,
  })
})

it('is refused when no panel can be like that, and stays as it was', async () => {
  const before = await hardware()
  await expect(measure({ screenShortMm: 21.5 })).rejects.toThrow(ValidationError)
  await expect(measure({ screenShortMm: 535, lowerEdgeMm: 900, reachLineMm: 1100 })).rejects.toThrow(
    ValidationError,
  )
  expect(await hardware()).toEqual(before)
})

it('is as usual where a document says nothing, or nonsense', async () => {
  for (const said of [null, { screenShortMm: 'wide' }]) {
    await pool().query(
      `update switchboard.settings set document = jsonb_set(document, '{totems,0,hardware}', $2) where body_id = $1`,
      [town.bodyId, JSON.stringify(said)],
    )
    expect(await hardware()).toEqual(USUAL_HARDWARE)
  }
})
