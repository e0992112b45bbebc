import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MediaPlan } from '@/lib/switchboard/media-plan.ts'
import type { PacketListener } from '../packets.ts'
import { LINE_LIMIT, MISSING } from './clean-text.ts'
import { createTextTalk, GAP_MS, SILENT_MS, type TextTalkKeeper, TROUBLE_STAYS_MS } from './text-talk.ts'

/** Pages in one room whose packets all arrive, unless a test says otherwise. */
interface Page {
  identity: string
  talk: TextTalkKeeper
  deliver: PacketListener
  plan: MediaPlan
  sent: number
}

let pages: Page[]
/** What the totem's tab remembers from one page to the next. */
let noted: string
/** Packets that are on no way at all. */
let loses: (from: string, text: string) => boolean

const VISITOR = 't-c'
const ANNA = 'o-c.1'
const BRUNO = 'o-c.2'
const GUEST = 'g-c'
const LISTENER = 'l-c.3'

function open(identity: string): Page {
  const others = () => pages.map((each) => each.identity).filter((other) => other !== identity)
  let deliver: PacketListener = () => {}
  const page: Page = {
    identity,
    sent: 0,
    plan: { room: { name: 'call-c', identity }, send: 'live', mayReceive: [], shows: [VISITOR, ANNA] },
    deliver: (from, bytes) => deliver(from, bytes),
    talk: createTextTalk({
      plan: () => page.plan,
      reachable: () => (page.plan.send === 'live' ? others() : []),
      packets: {
        send(_topic, bytes, to) {
          page.sent++
          if (loses(identity, new TextDecoder().decode(bytes))) return true
          for (const other of pages) {
            if (to.includes(other.identity)) queueMicrotask(() => other.deliver(identity, bytes))
          }
          return true
        },
        on(_topic, listener) {
          deliver = listener
          return () => {}
        },
      },
      typedBefore: {
        note: ({ name }) => {
          noted = name
        },
        was: ({ name }) => noted === name,
        forget: () => {
          noted = ''
        },
      },
      onChange: () => {},
    }),
  }
  pages = [...pages.filter((each) => each.identity !== identity), page]
  return page
}

/** Everybody looks at who is there, and what follows has arrived. */
async function meet() {
  for (const { talk } of pages) talk.follow()
  await vi.advanceTimersByTimeAsync(100)
}

function leave(gone: Page) {
  pages = pages.filter((page) => page !== gone)
}

const said = ({ talk }: Page) => talk.state().conversation.lines.map(({ by, text }) => `${by}: ${text}`)

async function type({ talk }: Page, text: string) {
  for (const each of text) {
    talk.append(each)
    await vi.advanceTimersByTimeAsync(80)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  pages = []
  noted = ''
  loses = () => false
})

afterEach(() => {
  vi.useRealTimers()
})

it('shows each character within a twentieth of a second, before any line is ended', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  totem.talk.append('s')
  await vi.advanceTimersByTimeAsync(0)
  expect(said(desk)).toEqual(['t-c: s'])
  totem.talk.append('ò')
  totem.talk.erase()
  totem.talk.append('ì')
  await vi.advanceTimersByTimeAsync(50)
  expect(said(desk)).toEqual(['t-c: sì'])
})

it('marks one gap, however many lines somebody pretends to have typed before', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  const line = { run: 'r', number: 20_000, revision: 1, text: 'eccomi', isDone: false }
  totem.deliver(ANNA, new TextEncoder().encode(JSON.stringify({ kind: 'lines', lines: [line] })))
  await vi.advanceTimersByTimeAsync(GAP_MS)
  expect(said(totem)).toEqual([`o-c.1: ${MISSING}`, 'o-c.1: eccomi'])
})

it('keeps both sides apart, in the order in which their lines began', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'ho perso')
  await type(desk, 'buongiorno\nmi dica')
  await type(totem, ' la carta\n')
  const lines = ['t-c: ho perso la carta', 'o-c.1: buongiorno', 'o-c.1: mi dica']
  expect(said(desk)).toEqual(lines)
  expect(said(totem)).toEqual(lines)
})

it('knows that its text arrives from the first packet on, and asks anew after the other was gone', async () => {
  const totem = open(VISITOR)
  expect(totem.talk.hasHeardFrom(ANNA)).toBe(false)
  const desk = open(ANNA)
  await meet()
  expect(totem.talk.hasHeardFrom(ANNA)).toBe(true)
  expect(desk.talk.hasHeardFrom(VISITOR)).toBe(true)
  leave(desk)
  await meet()
  expect(totem.talk.hasHeardFrom(ANNA)).toBe(false)
})

it('knows when nothing passes, and when it passes again; a listener is not waited for', async () => {
  loses = () => true
  const totem = open(VISITOR)
  open(ANNA)
  open('l-c.3')
  await meet()
  expect(totem.talk.doesPass()).toBe(true)
  await vi.advanceTimersByTimeAsync(SILENT_MS)
  expect(totem.talk.doesPass()).toBe(false)
  totem.deliver(ANNA, new TextEncoder().encode('{"kind":"lines","lines":[]}'))
  expect(totem.talk.doesPass()).toBe(true)
})

it('loses nothing of what was typed while the connection was away', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'uno\n')
  leave(desk)
  await meet()
  await type(totem, 'due\ntre')
  desk.talk.append('ci sono')
  pages = [...pages, desk]
  await meet()
  expect(said(desk)).toEqual(expect.arrayContaining(['t-c: uno', 't-c: due', 't-c: tre', 'o-c.1: ci sono']))
  expect(said(totem)).toHaveLength(4)
})

it('asks for a line that was lost on the way, and gets it', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'uno\n')
  loses = (from) => from === VISITOR
  await type(totem, 'due\n')
  loses = () => false
  await type(totem, 'tre')
  expect(said(desk)).toEqual(['t-c: uno', 't-c: due', 't-c: tre'])
})

it('marks a line that never comes, and no sooner than it may still come', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'uno\n')
  loses = (from, text) => from === VISITOR && text.includes('"number":1,')
  await type(totem, 'due\n')
  await type(totem, 't')
  expect(said(desk)).toEqual(['t-c: uno', 't-c: t'])
  await vi.advanceTimersByTimeAsync(GAP_MS)
  expect(said(desk)).toEqual(['t-c: uno', `t-c: ${MISSING}`, 't-c: t'])
})

it('gives a reloaded desk the whole conversation, and goes on from there', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  totem.talk.call({ [ANNA]: 'Anna' })
  await type(totem, 'ho perso la carta\n')
  await type(desk, 'dove')
  leave(desk)
  await meet()
  const again = open(ANNA)
  await meet()
  expect(said(again)).toEqual(['t-c: ho perso la carta', 'o-c.1: dove'])
  expect(again.talk.state()).toMatchObject({ draft: '', names: { [ANNA]: 'Anna' }, isForgotten: false })
  await type(again, 'eccomi')
  expect(said(totem)).toEqual(['t-c: ho perso la carta', 'o-c.1: dove', 'o-c.1: eccomi'])
  expect(totem.talk.state().conversation.lines.map(({ isDone }) => isDone)).toEqual([true, true, false])
})

it('gives whoever takes over what was said before them, by whom', async () => {
  const totem = open(VISITOR)
  const anna = open(ANNA)
  await meet()
  totem.talk.call({ [ANNA]: 'Anna' })
  await type(anna, 'la passo a Bruno\n')
  await type(totem, 'va bene\n')
  leave(anna)
  const bruno = open(BRUNO)
  await meet()
  expect(said(bruno)).toEqual(['o-c.1: la passo a Bruno', 't-c: va bene'])
  expect(bruno.talk.state().names).toEqual({ [ANNA]: 'Anna' })
})

it('[SW-M9] hands a listener what was said before them, unasked, and what is said from then on', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'buongiorno\n')
  await type(desk, 'mi dica\n')
  const listener = open(LISTENER)
  listener.plan = { ...listener.plan, send: 'muted' }
  let isConnected = false
  loses = (from) => from === LISTENER || !isConnected
  await meet()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(said(listener)).toEqual([])
  isConnected = true
  await vi.advanceTimersByTimeAsync(1_000)
  expect(said(listener)).toEqual(['t-c: buongiorno', 'o-c.1: mi dica'])
  await type(totem, 'non sento')
  expect(said(listener)).toEqual(['t-c: buongiorno', 'o-c.1: mi dica', 't-c: non sento'])
  expect(said(totem)).toEqual(said(listener))
  await vi.advanceTimersByTimeAsync(15_000)
  const { sent } = totem
  await vi.advanceTimersByTimeAsync(60_000)
  expect(totem.sent).toBe(sent)
})

it('hands a past of many packets on whole', async () => {
  const totem = open(VISITOR)
  await meet()
  for (let at = 0; at < 80; at++) {
    totem.talk.write(`${'parola '.repeat(60)}${at}\n`)
    await vi.advanceTimersByTimeAsync(5_000)
  }
  const desk = open(ANNA)
  await meet()
  expect(said(desk)).toEqual(said(totem))
  expect(said(desk)).toHaveLength(80)
})

it('tells the whole of it a few times to whoever asks without end, and keeps the others waiting for nothing', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'ho perso la carta\n')
  await type(desk, 'dove\n')
  let told = 0
  loses = (_from, text) => {
    if (text.startsWith('{"kind":"past"')) told++
    return false
  }
  const hello = new TextEncoder().encode(JSON.stringify({ kind: 'hello', run: 'r', held: [], asks: false }))
  for (let at = 0; at < 500; at++) totem.deliver(GUEST, hello)
  expect(told).toBeLessThan(20)
  leave(desk)
  await meet()
  const again = open(ANNA)
  await meet()
  expect(said(again)).toEqual(said(totem))
  await vi.advanceTimersByTimeAsync(10_000)
  const before = told
  totem.deliver(GUEST, hello)
  expect(told).toBe(before + 1)
})

it('bounds what a desk tells of its own lines as well', async () => {
  open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(desk, 'buongiorno\n')
  const before = desk.sent
  const hello = new TextEncoder().encode(JSON.stringify({ kind: 'hello', run: 'r', held: [], asks: false }))
  for (let at = 0; at < 500; at++) desk.deliver(GUEST, hello)
  expect(desk.sent - before).toBeLessThan(20)
})

it('gives a guest whose connection comes and goes everything each time', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  await type(totem, 'ho perso la carta\n')
  for (let time = 0; time < 20; time++) {
    const guest = open(GUEST)
    await meet()
    expect(said(guest)).toEqual(said(totem))
    leave(guest)
    await meet()
    await vi.advanceTimersByTimeAsync(time < 3 ? 0 : 10_000)
  }
})

it('takes a past of any call, and not one without end', async () => {
  const desk = open(ANNA)
  open(VISITOR)
  await meet()
  for (let part = 0; part < 100; part++) {
    const lines = Array.from({ length: 50 }, (_, at) => ({
      by: BRUNO,
      run: 'r',
      number: part * 50 + at,
      revision: 1,
      text: 'x',
      isDone: true,
    }))
    desk.deliver(VISITOR, new TextEncoder().encode(JSON.stringify({ kind: 'past', part, lines, names: {} })))
  }
  expect(said(desk)).toHaveLength(3_000)
})

it('believes a past from the totem only', async () => {
  const totem = open(VISITOR)
  const anna = open(ANNA)
  const bruno = open(BRUNO)
  await meet()
  await type(anna, 'vero\n')
  const line = { by: ANNA, run: 'x', number: 0, revision: 1, text: 'falso', isDone: true }
  const past = new TextEncoder().encode(JSON.stringify({ kind: 'past', part: 0, lines: [line], names: {} }))
  const lines = new TextEncoder().encode(JSON.stringify({ kind: 'lines', lines: [line] }))
  totem.deliver(BRUNO, past)
  expect(said(totem)).toEqual(['o-c.1: vero'])
  totem.deliver(BRUNO, lines)
  expect(said(totem)).toEqual(['o-c.1: vero', 'o-c.2: falso'])
  expect(said(bruno)).toEqual(['o-c.1: vero'])
})

it('says on both screens that a reloaded totem has forgotten, and gives it nothing back', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'sono Mario\n')
  await type(desk, 'buongiorno\n')
  leave(totem)
  await meet()
  const again = open(VISITOR)
  await meet()
  expect(said(again)).toEqual([])
  expect(again.talk.state().isForgotten).toBe(true)
  expect(desk.talk.state()).toMatchObject({ isForgotten: true, conversation: { lines: [] } })
  expect(desk.talk.state().earlier.lines).toHaveLength(2)
  await type(desk, 'ci sei?')
  expect(said(again)).toEqual(['o-c.1: ci sei?'])
})

it('says so also when the totem was loaded anew with nobody there to notice, and to whoever answers next', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'sono Mario\n')
  leave(desk)
  totem.plan = { ...totem.plan, send: 'muted', shows: [] }
  await meet()
  leave(totem)
  const again = open(VISITOR)
  again.plan = totem.plan
  await meet()
  expect(again.talk.state()).toMatchObject({ isForgotten: true, conversation: { lines: [] } })
  again.plan = { ...again.plan, send: 'live', shows: [BRUNO] }
  const next = open(BRUNO)
  await meet()
  expect(next.talk.state()).toMatchObject({ isForgotten: true, earlier: { lines: [] } })
  expect(noted).not.toContain('Mario')
})

it('remembers nothing once the call is over, and nothing of one call in the next', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  await type(totem, 'ciao')
  expect(noted).toBe('call-c')
  totem.plan = { ...totem.plan, room: { name: 'call-d', identity: 't-d' } }
  totem.talk.follow()
  expect(noted).toBe('')
  expect(totem.talk.state().isForgotten).toBe(false)
  await type(totem, 'ciao')
  totem.plan = { ...totem.plan, room: null }
  totem.talk.follow()
  expect(noted).toBe('')
})

it('says nothing of forgetting where nothing had been typed', async () => {
  open(VISITOR)
  const desk = open(ANNA)
  await meet()
  const again = open(VISITOR)
  await meet()
  expect([desk, again].map(({ talk }) => talk.state().isForgotten)).toEqual([false, false])
})

it('leaves nothing of one call for the next', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'un segreto')
  for (const page of [totem, desk]) page.plan = { ...page.plan, room: null }
  for (const { talk } of [totem, desk]) talk.follow()
  for (const { talk } of [totem, desk]) expect(JSON.stringify(talk.state())).not.toContain('segreto')
  totem.talk.append('x')
  expect(totem.talk.state().conversation.lines).toEqual([])
})

it('keeps what was typed where it is out only for want of a view, and goes on from there', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  await type(totem, 'ho perso la ca')
  const before = [totem, desk].map(({ plan }) => plan)
  for (const page of [totem, desk]) {
    const { room } = page.plan
    if (!room) throw new Error('in no room')
    page.plan = { room: null, send: 'muted', mayReceive: [], shows: [], mayReturnTo: room }
    page.talk.follow()
  }
  totem.talk.append('r')
  expect(said(desk)).toEqual(['t-c: ho perso la ca'])
  for (const [at, page] of [totem, desk].entries()) page.plan = before[at] ?? page.plan
  await meet()
  await type(totem, 'ta')
  expect(said(desk)).toEqual(['t-c: ho perso la carta'])
  expect(said(totem)).toEqual(said(desk))
  expect([totem, desk].map(({ talk }) => talk.state().isForgotten)).toEqual([false, false])
})

it('forgets it once a view has said that it does not come back', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  await type(totem, 'un segreto')
  const room = totem.plan.room ?? { name: '', identity: '' }
  totem.plan = { room: null, send: 'muted', mayReceive: [], shows: [], mayReturnTo: room }
  totem.talk.follow()
  expect(JSON.stringify(totem.talk.state())).toContain('segreto')
  totem.plan = { room: null, send: 'muted', mayReceive: [], shows: [] }
  totem.talk.follow()
  expect(JSON.stringify(totem.talk.state())).not.toContain('segreto')
})

it('stays the very same while there is no call', () => {
  const totem = open(VISITOR)
  totem.plan = { ...totem.plan, room: null }
  const before = totem.talk.state()
  totem.talk.follow()
  totem.talk.follow()
  expect(totem.talk.state()).toBe(before)
})

it('does not take a flood from its own person, and says so', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  for (let at = 0; at < 50; at++) totem.talk.append(`${'x'.repeat(900)}\n`)
  expect(totem.talk.state().trouble).toBe('tooFast')
  expect(said(totem).join('').length).toBeLessThan(9_000)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(totem.talk.state().trouble).toBe('tooFast')
  totem.talk.append('ora piano')
  expect(totem.talk.state()).toMatchObject({ trouble: null, draft: 'ora piano' })
})

it('says that something was cut until the next text passes, and not for ever', async () => {
  const totem = open(VISITOR)
  open(ANNA)
  await meet()
  const tooLong = 'x'.repeat(LINE_LIMIT * 2)
  totem.talk.write(tooLong)
  expect(totem.talk.state().trouble).toBe('cut')
  await vi.advanceTimersByTimeAsync(1_000)
  totem.talk.write('breve')
  expect(totem.talk.state().trouble).toBe(null)
  await vi.advanceTimersByTimeAsync(30_000)
  totem.talk.write(tooLong)
  await vi.advanceTimersByTimeAsync(TROUBLE_STAYS_MS)
  expect(totem.talk.state().trouble).toBe(null)
})

it('bounds a page that floods, and still hears it when it types again like a person', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  for (let number = 0; number < 5_000; number++) {
    const line = { run: 'flood', number, revision: 1, text: 'x'.repeat(500), isDone: true }
    desk.deliver(VISITOR, new TextEncoder().encode(JSON.stringify({ kind: 'lines', lines: [line] })))
  }
  expect(said(desk).join('').length).toBeLessThan(20_000)
  expect(desk.sent).toBeLessThan(10)
  await vi.advanceTimersByTimeAsync(30_000)
  await type(totem, 'scusi')
  expect(said(desk).at(-1)).toBe('t-c: scusi')
})

it('never meets the limit with an hour of quick typing', async () => {
  const totem = open(VISITOR)
  const desk = open(ANNA)
  await meet()
  for (let minute = 0; minute < 10; minute++) await type(totem, `${'scrivo molto in fretta '.repeat(20)}\n`)
  expect(totem.talk.state().trouble).toBe(null)
  expect(said(desk)).toEqual(said(totem))
})

it.each([
  ['no JSON', '{"kind":'],
  ['a list', '[]'],
  ['another kind', '{"kind":"run","lines":[]}'],
  ['a line without a number', '{"kind":"lines","lines":[{"run":"r","revision":1,"text":"x"}]}'],
  ['a number that is none', '{"kind":"lines","lines":[{"run":"r","number":-1,"revision":1,"text":"x"}]}'],
  ['a huge number', '{"kind":"lines","lines":[{"run":"r","number":1e9,"revision":1,"text":"x"}]}'],
  ['a run with markup', '{"kind":"lines","lines":[{"run":"<b>","number":0,"revision":1,"text":"x"}]}'],
  [
    'a line too long',
    JSON.stringify({ kind: 'lines', lines: [{ run: 'r', number: 0, revision: 1, text: 'x'.repeat(1_001) }] }),
  ],
])('is not moved by %s', async (_, text) => {
  const desk = open(ANNA)
  open(VISITOR)
  await meet()
  desk.deliver(VISITOR, new TextEncoder().encode(text))
  desk.deliver(VISITOR, new Uint8Array([0xff, 0xfe, 0x00]))
  expect(said(desk)).toEqual([])
})

it('cleans what another page sent as it cleans its own', async () => {
  const desk = open(ANNA)
  open(VISITOR)
  await meet()
  const line = { run: 'r', number: 0, revision: 1, text: 'a\u202Eb\u0000\nc', isDone: false }
  desk.deliver(VISITOR, new TextEncoder().encode(JSON.stringify({ kind: 'lines', lines: [line] })))
  expect(said(desk)).toEqual(['t-c: ab c'])
})
