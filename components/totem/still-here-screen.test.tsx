// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import italian from '@/messages/it/totem.json'
import { MONDAY_1042 } from './sample-views.ts'
import { StillHereScreen } from './still-here-screen.tsx'

const nothing = () => undefined

it.each([
  [1, '1 secondo, poi'],
  [2, '2 secondi, poi'],
  [0, '0 secondi, poi'],
])('counts down in words that fit: %i', (seconds, said) => {
  document.body.innerHTML = renderToStaticMarkup(
    <StillHereScreen
      words={italian}
      locale="it"
      top={null}
      position={3}
      answerBy={MONDAY_1042 + seconds * 1_000}
      now={MONDAY_1042}
      isReconnecting={false}
      onAsked={nothing}
      onHere={nothing}
      onCancel={nothing}
    />,
  )
  expect(document.querySelector('hgroup')?.textContent).toContain(said)
})
