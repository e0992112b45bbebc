'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { Banner } from '@/components/ui/banner.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { ServiceSheet } from '@/lib/content/services.ts'
import type { CallId, ServiceSlug } from '@/lib/switchboard/ids.ts'
import type { DeskView } from '@/lib/switchboard/views.ts'
import { CallScreen, type Engaged } from './call/call-screen.tsx'
import { peopleAtDesk } from './call/people-at-desk.ts'
import { NOTHING_NOTED, noteFrom, withNoted } from './call/text/noted-lines.ts'
import { TextPanel } from './call/text/text-panel.tsx'
import { CallbackCard, type OnTelephone } from './callback/callback-card.tsx'
import { ConsultRing } from './consult/consult-ring.tsx'
import { ConsultScreen } from './consult/consult-screen.tsx'
import { CheckFirstScreen } from './devices/check-first-screen.tsx'
import { readChosenDevices } from './devices/chosen-devices.ts'
import { DevicePanel } from './devices/device-panel.tsx'
import { IdleScreen, NotRespondingScreen } from './idle-screen.tsx'
import { KnowledgeColumn } from './knowledge/knowledge-column.tsx'
import { isRung } from './offer-of.ts'
import { QueueColumn } from './queue-column.tsx'
import { RingDialog } from './ring/ring-dialog.tsx'
import { type Ring, useRing } from './ring/use-ring.ts'
import { useRingAlerts } from './ring/use-ring-alerts.ts'
import type { Received } from './session/server-time.ts'
import { SupervisionNotice } from './supervision-notice.tsx'
import type { Desk } from './use-desk.ts'
import type { Duty } from './use-duty.ts'
import { WrapUpForm } from './wrap-up/wrap-up-form.tsx'

export interface OpenDeskProps {
  desk: Desk
  duty: Duty
  received: Received<DeskView>
  sheets: readonly ServiceSheet[]
  /** The server has been away for a while. */
  isAway: boolean
}

/** The desk at work: left who waits, in the middle what is to be done now, right what one should know. */
export function OpenDesk({ desk, duty, received, sheets, isAway }: OpenDeskProps) {
  const { work } = received.view
  const callId = callOf(work)
  const [note, setNote] = useState({ callId, noted: NOTHING_NOTED })
  const noted = note.callId === callId ? note.noted : NOTHING_NOTED
  const words = useTranslations('desk.call')
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[16.5rem_minmax(0,1fr)_22rem]">
      <QueueColumn received={received} />
      <Middle desk={desk} duty={duty} received={received} isAway={isAway} note={noteFrom(noted)} />
      <div className="flex min-h-0 flex-col">
        <KnowledgeColumn sheets={sheets} asked={askedService(work)} />
        {isTalking(work) ? (
          <TextPanel
            key={callId}
            talk={desk.media.text}
            people={peopleAtDesk(work, words('visitor'))}
            isOnHold={work.kind === 'in_call' && work.hold !== null}
            noted={noted}
            onNote={(line) => setNote({ callId, noted: withNoted(noted, line) })}
          />
        ) : null}
      </div>
    </div>
  )
}

/** The call in hand, to the end of its wrap-up; null: none. */
function callOf(work: DeskView['work']): CallId | null {
  if (work.kind === 'wrap_up') return work.callId
  return 'offer' in work ? work.offer.callId : null
}

type Talking = Extract<Engaged, { kind: 'connecting' | 'in_call' | 'joining' }>

const isTalking = (work: DeskView['work']): work is Talking =>
  work.kind === 'connecting' || work.kind === 'in_call' || work.kind === 'joining'

function askedService(work: DeskView['work']): ServiceSlug | null {
  if (work.kind === 'wrap_up') return work.service
  if ('consult' in work) return work.consult.service
  return 'offer' in work ? work.offer.service : null
}

type MiddleProps = Omit<OpenDeskProps, 'sheets'> & {
  /** What the operator has marked for the contact's note. */
  note: string
}

function Middle({ desk, duty, received, isAway, note }: MiddleProps) {
  const { view } = received
  const { work } = view
  const ring = useRing(desk, view)
  const isRinging = work.kind === 'ringing'
  // The ring is painted first; the call's screen is made ready beneath it a moment later.
  const isMadeReady = useDeferredValue(isRinging)
  const isHidden = isRinging && !isMadeReady
  useRingAlerts(
    ring.asked === null ? alertFor(work) : null,
    isRung(view) ? readChosenDevices().speaker : null,
  )

  return (
    <main className="flex min-h-0 flex-col gap-4 overflow-y-auto p-5">
      <Notices ring={ring} duty={duty} />
      <SupervisionNotice view={view} />
      <div className="min-h-0 flex-1">
        {isHidden ? null : (
          <AtHand
            desk={desk}
            duty={duty}
            received={received}
            isAway={isAway}
            note={note}
            ring={ring}
            work={work}
          />
        )}
      </div>
      {work.kind === 'consult_ringing' ? (
        <ConsultRing key={work.consult.offerId} work={work} received={received} ring={ring} />
      ) : null}
      {isRinging ? (
        <RingDialog
          key={work.offer.id}
          ringing={work}
          received={received}
          media={desk.media}
          asked={ring.asked}
          onAnswer={ring.answer}
          onDecline={ring.decline}
        />
      ) : null}
    </main>
  )
}

/** What calls the operator back to the page; a colleague's question names who asks. */
function alertFor(work: DeskView['work']) {
  if (work.kind === 'ringing') {
    const { id, totemName, serviceTitle } = work.offer
    return { offerId: id, totemName, serviceTitle }
  }
  if (work.kind !== 'consult_ringing') return null
  const { offerId, from, serviceTitle } = work.consult
  return { offerId, totemName: from.displayName, serviceTitle }
}

type AtHandProps = MiddleProps & { ring: Ring; work: DeskView['work'] }

function AtHand({ ring, work, ...rest }: AtHandProps) {
  if (work.kind === 'dialling' || work.kind === 'on_phone') {
    const { offer } = rest.desk
    return (
      <CallbackCard
        key={`${work.offer.id} ${work.kind}`}
        work={work}
        received={rest.received}
        canSend={!rest.isAway}
        onDialled={(outcome) => offer?.dialled(outcome) ?? NOT_HERE}
        onEnd={() => offer?.hangUp() ?? NOT_HERE}
      />
    )
  }
  if (work.kind === 'consult_ringing' || work.kind === 'consulting') {
    return (
      <ConsultScreen work={work} desk={rest.desk} isEnding={ring.asked === 'hang_up'} onEnd={ring.hangUp} />
    )
  }
  if (
    work.kind !== 'ringing' &&
    work.kind !== 'connecting' &&
    work.kind !== 'in_call' &&
    work.kind !== 'joining'
  ) {
    return <BetweenCalls {...rest} work={work} />
  }
  // Nobody is seen or heard before a telephone.
  if (work.offer.callback) return null
  const { desk, received } = rest
  return (
    <CallScreen
      key={work.offer.id}
      work={work}
      received={received}
      media={desk.media}
      state={desk.mediaState}
      isEnding={ring.asked === 'hang_up'}
      onEnd={ring.hangUp}
      offer={desk.offer}
      consult={desk.consult}
    />
  )
}

/** The offer went with the view that is about to be shown. */
const NOT_HERE = Promise.resolve({ ok: false as const, refusal: 'offer-over', detail: {} })

type BetweenCallsProps = MiddleProps & {
  work: Exclude<DeskView['work'], Engaged | OnTelephone | { kind: 'consult_ringing' | 'consulting' }>
}

function BetweenCalls({ desk, duty, received, work, isAway, note }: BetweenCallsProps) {
  const { intent, breakReason, devices } = received.view
  const canChange = !isAway
  if (work.kind === 'wrap_up') {
    return (
      <WrapUpForm
        key={work.callId}
        wrapUp={work}
        note={note}
        received={received}
        canSend={canChange}
        onSave={(draft) => duty.saveWrapUp(work.callId, draft)}
        onExtend={() => duty.extendWrapUp(work.callId)}
      />
    )
  }
  if (duty.devices.check.kind !== 'closed')
    return (
      <div className="flex min-h-full flex-col justify-center">
        <DevicePanel control={duty.devices} />
      </div>
    )
  if (work.kind === 'not_responding') {
    return <NotRespondingScreen canChange={canChange} onBack={duty.comeBack} />
  }
  if (intent === 'available' && devices.kind === 'unchecked') {
    return (
      <CheckFirstScreen because={desk.uncheckedBecause ?? 'not_yet'} onStart={() => duty.devices.start()} />
    )
  }
  if (work.kind !== 'idle') return null
  return (
    <IdleScreen
      key={work.readyAt}
      intent={intent}
      breakReason={breakReason}
      received={received}
      readyAt={work.readyAt}
      channels={devices.kind === 'checked' ? devices.channels : null}
      canChange={canChange}
      onGoAvailable={() => duty.setIntent('available')}
      onBreakFor={(reason) => duty.setIntent('on_break', reason)}
      onCheck={() => duty.devices.start({ stay: true })}
    />
  )
}

/** A ring that came to nothing, a command that did not arrive: in words, and closed when read. */
function Notices({ ring, duty }: { ring: Ring; duty: Duty }) {
  const words = useTranslations('desk')
  const close = (onClose: () => void): ReactNode => (
    <Button size="small" onClick={onClose}>
      {words('closeNotice')}
    </Button>
  )
  return (
    <>
      {ring.refusal ? (
        <Banner isUrgent title={words(`refusal.${ring.refusal}.title`)} action={close(ring.forgetRefusal)}>
          {words(`refusal.${ring.refusal}.text`)}
        </Banner>
      ) : null}
      {ring.notEnded ? (
        <Banner
          tone="trouble"
          isUrgent
          icon={<CircleAlert aria-hidden="true" size={24} />}
          title={words('notEnded.title')}
          action={close(ring.forgetNotEnded)}
        >
          {words(`notEnded.why.${ring.notEnded}`)} {words('notEnded.text')}
        </Banner>
      ) : null}
      {duty.trouble ? (
        <Banner
          tone="trouble"
          isUrgent
          icon={<CircleAlert aria-hidden="true" size={24} />}
          title={words(`${duty.trouble}.title`)}
          action={close(duty.forgetTrouble)}
        >
          {words(`${duty.trouble}.text`)}
        </Banner>
      ) : null}
    </>
  )
}
