import { expect, it } from 'vitest'
import { log } from '../config/log.ts'
import { emptyBoard } from '../switchboard/board.ts'
import { bodyId, epochMs } from '../switchboard/ids.ts'
import { DEFAULT_RULES } from '../switchboard/settings.ts'
import { createHub, type Picture } from './hub.ts'

log().level = 'silent'

const body = bodyId('body')
const settings = {
  bodyId: body,
  bodyName: '',
  phone: '',
  listeningAllowed: false,
  rules: DEFAULT_RULES,
  operators: new Map(),
  services: new Map(),
  totems: new Map(),
  offices: new Map(),
  closures: [],
}

/** A picture whose view says `says`: the body's name stands for whatever a page may see. */
const picture = (revision: number, says: string, now = revision * 1_000): Picture => ({
  board: emptyBoard({ ...settings, bodyName: says }),
  now: epochMs(now),
  revision,
})

/** A hub over a database that the test writes and that can be away. */
function situation(first: Picture) {
  const database = { stored: first, isAway: false, readings: 0 }
  const gates: (() => void)[] = []
  let isGated = false
  const hub = createHub(async () => {
    database.readings += 1
    const read = database.stored
    if (isGated) await new Promise<void>((open) => gates.push(open))
    if (database.isAway) throw new Error('away')
    return read
  })
  return {
    hub,
    database,
    hold: () => {
      isGated = true
    },
    release: () => {
      isGated = false
      for (const open of gates.splice(0)) open()
    },
    page() {
      const seen: string[] = []
      const close = hub.subscribe(body, {
        view: (board, now) => ({ says: board.settings.bodyName, serverNow: now }),
        onView: (view) => seen.push('says' in view ? String(view.says) : ''),
        onBeat: () => seen.push('beat'),
        onSilence: () => seen.push('silence'),
      })
      return { seen, close }
    },
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('gives a new page a view as soon as the board is read', async () => {
  const { page } = situation(picture(1, 'one'))
  const { seen } = page()
  await settled()
  expect(seen).toEqual(['one'])
})

it('sends only views that say something new', async () => {
  const { hub, page } = situation(picture(1, 'one'))
  const { seen } = page()
  await settled()
  hub.publish(body, picture(2, 'one'))
  hub.publish(body, picture(3, 'three'))
  expect(seen).toEqual(['one', 'three'])
})

it('never goes back to an older board', async () => {
  const { hub, page } = situation(picture(2, 'two'))
  const { seen } = page()
  await settled()
  hub.publish(body, picture(1, 'one'))
  expect(seen).toEqual(['two'])
})

it('[SW-401] follows a database that has gone back, as when a copy is put in its place', async () => {
  const { hub, page, database } = situation(picture(9, 'nine'))
  const { seen } = page()
  await settled()
  database.stored = picture(2, 'restored', 9_500)
  await hub.beat()
  expect(seen).toEqual(['nine', 'restored', 'beat'])
  hub.publish(body, picture(3, 'three', 9_600))
  expect(seen.at(-1)).toBe('three')
})

it('shows a new page nothing that was read before it came', async () => {
  const { hub, page, database, hold, release } = situation(picture(1, 'before'))
  const first = page()
  await settled()
  hold()
  hub.hint(body, 2)
  const second = page()
  database.stored = picture(2, 'after')
  release()
  await settled()
  expect(first.seen).toEqual(['before', 'after'])
  expect(second.seen).toEqual(['after'])
})

it('shows a new page nothing that was decided before it was read for', async () => {
  const { hub, page, database, hold, release } = situation(picture(1, 'before'))
  page()
  await settled()
  hold()
  const second = page()
  hub.publish(body, picture(1, 'before', 1_001))
  expect(second.seen).toEqual([])
  database.stored = picture(2, 'after')
  hub.hint(body, 2)
  release()
  await settled()
  expect(second.seen.at(-1)).toBe('after')
})

it('does not leave a new page without a view when a commit overtakes its reading', async () => {
  const { hub, page, hold, release } = situation(picture(1, 'read'))
  hold()
  const { seen } = page()
  hub.publish(body, picture(2, 'committed'))
  release()
  await settled()
  expect(seen).toEqual(['committed'])
})

it('reads once for a burst of hints', async () => {
  const { hub, page, database } = situation(picture(1, 'one'))
  page()
  await settled()
  const before = database.readings
  database.stored = picture(9, 'nine')
  for (let revision = 2; revision < 10; revision++) hub.hint(body, revision)
  await settled()
  expect(database.readings - before).toBeLessThanOrEqual(2)
})

it('does not read for a hint at what it has', async () => {
  const { hub, page, database } = situation(picture(5, 'five'))
  page()
  await settled()
  const before = database.readings
  hub.hint(body, 5)
  hub.hint(bodyId('nobody watches'), 6)
  await settled()
  expect(database.readings).toBe(before)
})

it('beats only when it knows that the view is current', async () => {
  const { hub, page, database } = situation(picture(1, 'one'))
  const { seen } = page()
  await settled()
  await hub.beat()
  database.isAway = true
  await hub.beat()
  database.isAway = false
  database.stored = picture(2, 'two')
  await hub.beat()
  expect(seen).toEqual(['one', 'beat', 'silence', 'two', 'beat'])
})

it('deals the bodies out over its turns, and beats each once in a round', async () => {
  const hub = createHub(() => Promise.resolve(picture(1, 'one')), 3)
  const beats = ['a', 'b', 'c', 'd'].map((name) => {
    const at: number[] = []
    hub.subscribe(bodyId(name), {
      view: () => ({}),
      onView: () => undefined,
      onBeat: () => at.push(turn),
      onSilence: () => undefined,
    })
    return at
  })
  await settled()
  let turn = 0
  for (; turn < 6; turn += 1) await hub.beat()
  expect(beats).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
    [0, 3],
  ])
})

it('forgets a page that has closed', async () => {
  const { hub, page } = situation(picture(1, 'one'))
  const { seen, close } = page()
  await settled()
  close()
  hub.publish(body, picture(2, 'two'))
  await hub.beat()
  expect(seen).toEqual(['one'])
})
