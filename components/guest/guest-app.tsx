'use client'

import { DoorOpen, Mic, Video } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CallMediaState, DeviceState } from '@/components/call/call-media-state.ts'
import { SelfView } from '@/components/call/self-view.tsx'
import { Button } from '@/components/ui/button.tsx'
import { useKeptFocus } from '@/components/ui/kept-focus.ts'
import { FULL_LOCALES, type FullLocale, LOCALE_COOKIE } from '@/lib/i18n/locale.ts'
import type { OpenedInvite } from '@/lib/identity/read-invite.ts'
import type { GuestId } from '@/lib/switchboard/ids.ts'
import type { OperatorAtTotem } from '@/lib/switchboard/views.ts'
import { GuestCall } from './guest-call.tsx'
import { overWords } from './over-words.ts'
import { type Guest, useGuest } from './use-guest.ts'

interface GuestAppProps {
  invite: string
  guestId: GuestId
  opened: OpenedInvite
  locale: FullLocale
}

/** Somebody invited into a call by a link: asked in, at the door, inside, gone. */
export function GuestApp({ invite, guestId, opened, locale }: GuestAppProps) {
  const guest = useGuest(
    { invite, guestId },
    opened.kind === 'over' ? opened : opened.kind === 'open' ? 'welcome' : 'entering',
  )
  const { screen } = guest
  useKeptFocus()
  if (screen.kind === 'admitted') return <GuestCall guest={guest} stage={screen} />
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col gap-6 px-6 py-8">
      <Languages locale={locale} />
      <Screen guest={guest} opened={opened} />
    </main>
  )
}

function Screen({ guest, opened }: { guest: Guest; opened: OpenedInvite }) {
  const words = useTranslations('guest.join')
  const { screen } = guest
  switch (screen.kind) {
    case 'welcome':
      return opened.kind === 'open' ? <Welcome guest={guest} invite={opened.invite} /> : null
    case 'entering':
      return <p role="status">{words('entering')}</p>
    case 'at_door':
      return <AtDoor guest={guest} operator={screen.operator} />
    case 'admitted':
      return null
    case 'over': {
      const why = overWords(screen.why)
      return (
        <div role="status" className="my-auto rounded-desk-lg border border-line bg-card p-8">
          <h1 className="text-3xl font-bold">{words(`over.${why}.title`)}</h1>
          <p className="mt-3 text-lg text-ink-2">{words(`over.${why}.text`)}</p>
        </div>
      )
    }
  }
}

type Invite = Extract<OpenedInvite, { kind: 'open' }>['invite']

function Welcome({ guest, invite }: { guest: Guest; invite: Invite }) {
  const words = useTranslations('guest.join')
  return (
    <>
      <header>
        <p className="text-ink-2">{invite.bodyName}</p>
        <h1 className="mt-1 text-4xl font-bold">
          {invite.operator
            ? words('invites', { operator: nameOf(invite.operator) })
            : words('invitesNobody', { body: invite.bodyName })}
        </h1>
        <p className="mt-2 text-lg">
          {words(`as.${invite.as}`, { name: invite.name, service: invite.serviceTitle })}
        </p>
      </header>
      <ul className="flex flex-col gap-3 rounded-desk-lg border border-line bg-card p-6 text-lg">
        {(['see', 'seen', 'saved', 'once'] as const).map((line) => (
          <li key={line} className="flex gap-3">
            <span aria-hidden="true" className="font-bold text-blue">
              •
            </span>
            {words(`notice.${line}`)}
          </li>
        ))}
      </ul>
      {isTried(guest) ? <DeviceCheck state={guest.mediaState} /> : null}
      <div className="flex flex-wrap gap-3">
        {isTried(guest) ? null : <TryKey guest={guest} />}
        <Button tone="go" size="large" onClick={guest.enter}>
          <DoorOpen aria-hidden="true" size={24} />
          {words('enter')}
        </Button>
      </div>
    </>
  )
}

const isTried = ({ mediaState: { devices } }: Guest): boolean =>
  devices.picture.kind !== 'closed' || devices.sound.kind !== 'closed'

function TryKey({ guest }: { guest: Guest }) {
  const words = useTranslations('guest.join')
  return (
    <Button size="large" onClick={() => void guest.media.openDevices()}>
      <Video aria-hidden="true" size={24} />
      {words('try')}
    </Button>
  )
}

function AtDoor({ guest, operator }: { guest: Guest; operator: OperatorAtTotem | null }) {
  const words = useTranslations('guest.join')
  return (
    <>
      <div role="status">
        <h1 className="text-4xl font-bold">{words('door')}</h1>
        <p className="mt-2 text-lg">
          {operator ? words('doorText', { operator: nameOf(operator) }) : words('doorNobody')}
        </p>
        {guest.isLinkDown ? <p className="mt-2 font-semibold text-red">{words('reconnecting')}</p> : null}
      </div>
      <DeviceCheck state={guest.mediaState} />
      <div className="flex flex-wrap gap-3">
        {/* Loaded anew, the page has opened nothing by itself. */}
        {isTried(guest) ? null : <TryKey guest={guest} />}
        <Button size="large" onClick={guest.leave}>
          {words('giveUp')}
        </Button>
      </div>
    </>
  )
}

/** One's own picture, and in words whether camera and microphone are there. */
function DeviceCheck({ state }: { state: CallMediaState }) {
  const words = useTranslations('guest.join')
  return (
    <section aria-label={words('check')} className="flex flex-wrap items-center gap-6">
      <SelfView
        state={state}
        label={words('self')}
        className="aspect-video w-80 max-w-full rounded-desk-lg border-2 border-line bg-night text-white"
      >
        <span className="grid place-content-center p-4 text-center">{words('noPicture')}</span>
      </SelfView>
      <ul className="flex min-w-0 flex-1 flex-col gap-3 text-lg">
        <Device
          icon={<Video aria-hidden="true" size={22} />}
          name={words('camera')}
          state={state.devices.picture}
        />
        <Device
          icon={<Mic aria-hidden="true" size={22} />}
          name={words('microphone')}
          state={state.devices.sound}
        />
      </ul>
    </section>
  )
}

function Device({ icon, name, state }: { icon: ReactNode; name: string; state: DeviceState }) {
  const words = useTranslations('guest.join.device')
  return (
    <li className="flex gap-3">
      {icon}
      <span className="min-w-0">
        <span className="font-semibold">{name}</span>
        <span className={`block text-base ${state.kind === 'unavailable' ? 'text-red' : 'text-ink-2'}`}>
          {words(state.kind === 'unavailable' ? state.why : state.kind)}
        </span>
      </span>
    </li>
  )
}

/** Kept in this browser; the page comes again in the other language. */
function Languages({ locale }: { locale: FullLocale }) {
  const router = useRouter()
  const words = useTranslations('guest.join')
  const choose = (next: FullLocale) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where pages are not secure
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; samesite=lax`
    router.refresh()
  }
  return (
    <fieldset className="flex justify-end gap-2">
      <legend className="sr-only">{words('language')}</legend>
      {FULL_LOCALES.map((one) => (
        <Button
          key={one}
          size="small"
          tone={one === locale ? 'main' : 'plain'}
          aria-pressed={one === locale}
          lang={one}
          onClick={() => choose(one)}
        >
          {NAMES[one]}
        </Button>
      ))}
    </fieldset>
  )
}

const NAMES: Readonly<Record<FullLocale, string>> = { it: 'Italiano', en: 'English' }

const nameOf = ({ displayName, officeName }: OperatorAtTotem): string =>
  officeName ? `${displayName}, ${officeName}` : displayName
