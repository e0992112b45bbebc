// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import arabic from '@/messages/ar/totem.json'
import italian from '@/messages/it/totem.json'
import { parseWords } from '../words.ts'
import { piecesOf, whatIsSaidOf } from './what-is-said.ts'

const words = parseWords(arabic, italian)

function saidOf(html: string) {
  document.body.innerHTML = html
  const element = document.body.querySelector('[data-it], button, input, textarea')
  return element && whatIsSaidOf(element, words, 'ar')
}

it('says each part in the language that it is written in', () => {
  expect(saidOf('<button><bdi lang="it">Carta d’identità</bdi></button>')).toEqual([
    { text: 'Carta d’identità', language: 'it' },
    { text: words.voice.button.replace('{name}', ''), language: 'ar' },
  ])
  expect(saidOf('<button lang="uk">Українська</button>')?.[0]).toEqual({ text: 'Українська', language: 'uk' })
})

it('says what is in one language in one go', () => {
  expect(saidOf('<button><span>بداية</span> <span>2</span></button>')).toEqual([
    { text: words.voice.button.replace('{name}', 'بداية 2'), language: 'ar' },
  ])
})

it('says whether a box is ticked, and nothing that is only drawn', () => {
  expect(saidOf('<label>س<input type="checkbox" checked></label>')).toEqual([
    { text: words.voice.checked.replace('{name}', 'س'), language: 'ar' },
  ])
  expect(saidOf('<p data-it>س<span aria-hidden="true">×</span></p>')).toEqual([{ text: 'س', language: 'ar' }])
})

it('says of what is private only what may be heard', () => {
  expect(saidOf('<input aria-label="س" type="tel" value="3471234567" data-said="١٠">')).toEqual([
    { text: `${words.voice.field.replace('{name}', 'س')} ١٠`, language: 'ar' },
  ])
  expect(saidOf('<p data-it>س <b data-said="١٠">347 123<i>4567</i></b></p>')).toEqual([
    { text: 'س ١٠', language: 'ar' },
  ])
})

it('says of a field whether there is anything in it and how it is heard, and not what was typed', () => {
  const { field, filled, askField, askText } = words.voice
  const named = (text: string) => text.replace('{name}', 'س')
  const saidOfField = (html: string) => saidOf(html)?.map(({ text }) => text.trim())
  for (const empty of ['<input aria-label="س">', '<textarea aria-label="س"></textarea>'])
    expect(saidOfField(empty)).toEqual([named(field)])
  expect(saidOfField('<input aria-label="س" value="divorzio">')).toEqual([`${named(filled)} ${askField}`])
  expect(saidOfField('<textarea aria-label="س">divorzio</textarea>')).toEqual([`${named(filled)} ${askText}`])
})

it('says what the visitor has typed only to whoever asks for it', () => {
  const { typed } = words.voice
  const log = '<ol><li>أنا <bdi data-typed>divorzio</bdi></li><li>آنا <bdi>Buongiorno</bdi></li></ol>'
  expect(saidOf(`<div data-it tabindex="0">${log}</div>`)?.[0]?.text).toBe(`أنا ${typed} آنا Buongiorno`)
  document.body.innerHTML = `${log}<input value="multa"><textarea>ZTL</textarea>`
  expect(piecesOf(document.body, 'ar', null)).toEqual([
    { text: 'أنا divorzio آنا Buongiorno multa ZTL', language: 'ar' },
  ])
  expect(piecesOf(document.body, 'ar', typed)).toEqual([
    { text: `أنا ${typed} آنا Buongiorno`, language: 'ar' },
  ])
})

it('says of a key that it cannot be pressed now', () => {
  expect(saidOf('<button aria-disabled="true">س</button>')).toEqual([
    { text: words.voice.still.replace('{name}', 'س'), language: 'ar' },
  ])
})

it('says with a screen’s title what the screen says of itself', () => {
  expect(saidOf('<hgroup><h1 data-it>س</h1><p>ش</p></hgroup><p>ص</p>')?.[0]?.text).toBe('س ش')
})

it('says with a screen’s title what describes it, wherever that stands', () => {
  const told = '<ul id="a"><li>ش</li><li><bdi lang="it">URP</bdi></li></ul><p id="b">ص</p>'
  expect(
    saidOf(`<header><h1 data-it aria-describedby="a b gone">س</h1></header><p>ض</p>${told}`)?.map((piece) => [
      piece.language,
      piece.text.trim(),
    ]),
  ).toEqual([
    ['ar', 'س ش'],
    ['it', 'URP'],
    ['ar', 'ص'],
  ])
})

it('says of what somebody came back to its name, and of what scrolls all that is in it', () => {
  const inside = '<p>ش</p><button>ص</button>'
  expect(saidOf(`<section data-it aria-label="س" tabindex="-1">${inside}</section>`)?.[0]?.text).toBe('س')
  expect(saidOf(`<fieldset data-it tabindex="-1"><legend>س</legend>${inside}</fieldset>`)?.[0]?.text).toBe(
    'س',
  )
  expect(saidOf(`<section data-it aria-label="س" tabindex="0">${inside}</section>`)?.[0]?.text).toBe('ش ص')
  expect(saidOf('<dialog data-it open tabindex="-1"><h2>س</h2><p>ش</p><p>ص</p></dialog>')?.[0]?.text).toBe(
    'س. ش',
  )
})

it('says first what a question asks that bars the way', () => {
  const said = saidOf('<dialog open><h2>س</h2><p>ش</p><button>ص</button></dialog>')
  expect(said?.[0]?.text).toBe(`س. ش ${words.voice.button.replace('{name}', 'ص')}`)
  const more = '<h2 aria-describedby="told">س</h2><div id="told"><p>ش</p><p>ض</p></div><button>ص</button>'
  expect(saidOf(`<dialog open>${more}</dialog>`)?.[0]?.text).toBe(
    `س. ش ض ${words.voice.button.replace('{name}', 'ص')}`,
  )
})
