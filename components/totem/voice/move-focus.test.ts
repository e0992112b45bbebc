// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { moveByKeypad, moveFocus } from './move-focus.ts'

beforeEach(() => {
  document.body.innerHTML = `<main>
    <h1 tabindex="-1">Anna</h1><button>Termina</button>
    <section aria-label="Testo"><button>Scrivi</button></section>
    <aside style="display: none"><button>Italiano</button><button>English</button></aside>
  </main>`
})

const focused = () => document.activeElement?.textContent

it('goes round past what is not shown, either way', () => {
  moveFocus('ArrowDown')
  moveFocus('ArrowDown')
  expect(focused()).toBe('Termina')
  moveFocus('ArrowDown')
  moveFocus('ArrowDown')
  expect(focused()).toBe('Anna')
  moveFocus('ArrowUp')
  expect(focused()).toBe('Scrivi')
})

it('goes on from a part of the screen that is no stop itself', () => {
  const part = document.querySelector('section')
  part?.focus()
  moveFocus('ArrowDown')
  expect(focused()).toBe('Scrivi')
  part?.focus()
  moveFocus('ArrowUp')
  expect(focused()).toBe('Termina')
})

it.each(['<input type="tel">', '<input type="search">', '<textarea></textarea>'])(
  'leaves the way between letters to %s, and leads out of it up and down',
  (field) => {
    document.querySelector('button')?.insertAdjacentHTML('beforebegin', field)
    const written = document.querySelector<HTMLElement>('input, textarea')
    written?.focus()
    for (const key of ['ArrowLeft', 'ArrowRight']) {
      moveByKeypad(key)
      expect(document.activeElement, key).toBe(written)
    }
    moveByKeypad('ArrowDown')
    expect(focused()).toBe('Termina')
  },
)
