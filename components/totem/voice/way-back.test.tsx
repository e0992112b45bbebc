// @vitest-environment happy-dom
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import italian from '@/messages/it/totem.json'
import { CallbackForm } from '../callback/callback-form.tsx'
import { sceneIn } from '../gallery/sample-scene.ts'
import { OverScreen } from '../over-screen.tsx'
import { MONDAY_1042 } from '../sample-views.ts'
import { StillHereScreen } from '../still-here-screen.tsx'
import { TroubleScreen } from '../trouble-screen.tsx'
import { WaitScreen } from '../wait-screen.tsx'
import { wayBack } from './way-back.ts'

const nothing = () => undefined
const scene = sceneIn('it', italian)

const SCREENS: readonly [string, ReactElement, string, 'touched' | 'named'][] = [
  [
    'a number is left',
    <CallbackForm key="c" scene={scene} service="urp" callId={null} />,
    'Annulla',
    'touched',
  ],
  [
    'a wait, whose place it would cost',
    <WaitScreen
      key="w"
      words={italian}
      top={null}
      phase={null}
      selfView={null}
      isReconnecting={false}
      isTextForgotten={false}
      onCallback={nothing}
      onCancel={nothing}
    >
      {null}
    </WaitScreen>,
    'Annulla',
    'named',
  ],
  [
    'a wait asks who is there, and whoever presses a key is',
    <StillHereScreen
      key="s"
      words={italian}
      locale="it"
      top={null}
      position={2}
      answerBy={MONDAY_1042}
      now={MONDAY_1042}
      isReconnecting={false}
      onAsked={nothing}
      onHere={nothing}
      onCancel={nothing}
    />,
    'Sono qui',
    'touched',
  ],
  [
    'a call that came to nothing',
    <TroubleScreen
      key="t"
      words={italian}
      top={null}
      bottomBar={null}
      trouble="offline"
      phone=""
      nextSteps={null}
      onRetry={null}
      onCallback={null}
      onHome={nothing}
    />,
    'Torna all’inizio',
    'touched',
  ],
  [
    'thanks, and the promise of a call',
    <OverScreen key="o" words={italian} locale="it" top={null} title="Grazie." text="" onDone={nothing} />,
    'Fine',
    'touched',
  ],
]

it.each(SCREENS)('Escape leads back: %s', (_, screen, name, how) => {
  document.body.innerHTML = renderToStaticMarkup(screen)
  expect(wayBack(document.body)?.key.textContent).toBe(name)
  expect(wayBack(document.body)?.isTouched).toBe(how === 'touched')
})
