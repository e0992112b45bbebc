'use client'

import { useEffect, useMemo, useReducer } from 'react'
import { useLatest } from '@/components/ui/use-latest.ts'
import { sendCommand } from '@/lib/events/send-command.ts'
import type { OperatorId, PageEpoch } from '@/lib/switchboard/ids.ts'
import { type DeskSession, type DeskSessionEvent, nextSession, openingWith } from './desk-session.ts'
import { keepAlive } from './keep-alive.ts'
import { claimPreviousEpoch, holdEpoch } from './tab-lock.ts'

export interface DeskSessionControl {
  session: DeskSession
  /** A view or a command said that a newer page holds the desk of `epoch`. */
  onReplaced: (epoch: PageEpoch) => void
  onSignedOut: () => void
  /** The person wants the desk on this page. */
  want: (options: { takeOver: boolean }) => void
}

/**
 * Opens the operator's desk on this page and keeps it alive: proves a reload, beats from a worker,
 * says goodbye.
 */
export function useDeskSession(
  operator: OperatorId,
  onOpened: (how: { isReload: boolean; epoch: PageEpoch }) => void,
): DeskSessionControl {
  const [session, dispatch] = useReducer<DeskSession, [DeskSessionEvent]>(nextSession, openingWith(null))

  useOpening(session, operator, dispatch, onOpened)
  useBeats(session, operator, dispatch)

  const actions = useMemo(
    () => ({
      onReplaced: (epoch: PageEpoch) => dispatch({ type: 'replaced', epoch }),
      onSignedOut: () => dispatch({ type: 'signedOut' }),
      want: ({ takeOver }: { takeOver: boolean }) => dispatch({ type: 'wanted', takeOver }),
    }),
    [],
  )
  return { session, ...actions }
}

type Dispatch = (event: DeskSessionEvent) => void

function useOpening(
  session: DeskSession,
  operator: OperatorId,
  dispatch: Dispatch,
  onOpened: (how: { isReload: boolean; epoch: PageEpoch }) => void,
) {
  const opened = useLatest(onOpened)
  useEffect(() => {
    if (session.kind !== 'opening') return
    let isCurrent = true
    const open = async () => {
      const previousEpoch = await claimPreviousEpoch(operator)
      if (!isCurrent) return
      const body = { previousEpoch, takeOver: session.takeOver }
      const answer = await sendCommand<{ epoch: PageEpoch }>('/api/desk/sessions', body)
      if (!isCurrent) return
      if (!answer.ok) return dispatch({ type: 'refused', refusal: answer.refusal })
      dispatch({ type: 'opened', epoch: answer.value.epoch })
      opened.current({ isReload: previousEpoch !== null, epoch: answer.value.epoch })
    }
    void open()
    return () => {
      isCurrent = false
    }
  }, [session, operator, dispatch, opened])
}

function useBeats(session: DeskSession, operator: OperatorId, dispatch: Dispatch) {
  const epoch = session.kind === 'open' ? session.epoch : null
  useEffect(() => {
    if (epoch === null) return
    const release = holdEpoch(operator, epoch)
    const stop = keepAlive(epoch, (news) => {
      if (news === 'replaced') dispatch({ type: 'replaced', epoch })
      if (news === 'signed-out') dispatch({ type: 'signedOut' })
    })
    return () => {
      stop()
      release()
    }
  }, [epoch, operator, dispatch])
}
