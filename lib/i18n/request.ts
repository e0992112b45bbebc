import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { type FullLocale, fullLocale, LOCALE_COOKIE } from './locale.ts'

/** One file of messages per area and language, under the area's name. */
const MESSAGES = {
  it: {
    totem: () => import('../../messages/it/totem.json'),
    desk: () => import('../../messages/it/desk.json'),
    login: () => import('../../messages/it/login.json'),
    guest: () => import('../../messages/it/guest.json'),
    supervisor: () => import('../../messages/it/supervisor.json'),
  },
  en: {
    totem: () => import('../../messages/en/totem.json'),
    desk: () => import('../../messages/en/desk.json'),
    login: () => import('../../messages/en/login.json'),
    guest: () => import('../../messages/en/guest.json'),
    supervisor: () => import('../../messages/en/supervisor.json'),
  },
} as const satisfies Record<FullLocale, unknown>

async function messagesFor(locale: FullLocale) {
  const load = MESSAGES[locale]
  const [totem, desk, login, guest, supervisor] = await Promise.all([
    load.totem(),
    load.desk(),
    load.login(),
    load.guest(),
    load.supervisor(),
  ])
  return {
    totem: totem.default,
    desk: desk.default,
    login: login.default,
    guest: guest.default,
    supervisor: supervisor.default,
  }
}

/** next-intl's configuration of each request: the language from a cookie, the time zone of the town halls. */
export default getRequestConfig(async () => {
  const locale = fullLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return { locale, messages: await messagesFor(locale), timeZone: 'Europe/Rome' }
})
