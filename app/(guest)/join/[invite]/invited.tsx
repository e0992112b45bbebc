import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages } from 'next-intl/server'
import { GuestApp } from '@/components/guest/guest-app.tsx'
import { fullLocale } from '@/lib/i18n/locale.ts'
import { guestHash, guestIdOf } from '@/lib/identity/guest-secrets.ts'
import type { OpenedInvite } from '@/lib/identity/read-invite.ts'

/** Somebody invited, or who came too late. */
export async function Invited({ invite, opened }: { invite: string; opened: OpenedInvite }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  return (
    <NextIntlClientProvider messages={{ guest: messages.guest }}>
      <GuestApp
        invite={invite}
        guestId={guestIdOf(guestHash(invite))}
        opened={opened}
        locale={fullLocale(locale)}
      />
    </NextIntlClientProvider>
  )
}
