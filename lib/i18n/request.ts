import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { LOCALE_COOKIE, type Locale, parseLocale } from './locale.ts'

/** One file of messages per area and language: `messages/<locale>/<area>.json`, under the area's name. */
const AREAS = ['totem', 'desk', 'login', 'guest'] as const

async function messagesFor(locale: Locale): Promise<Record<string, unknown>> {
  const loaded = await Promise.all(
    AREAS.map(async (area) => {
      const { default: messages } = (await import(`../../messages/${locale}/${area}.json`)) as {
        default: Record<string, unknown>
      }
      return [area, messages] as const
    }),
  )
  return Object.fromEntries(loaded)
}

/** next-intl's configuration of each request: the language from a cookie, the time zone of the town halls. */
export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(LOCALE_COOKIE)?.value)
  return { locale, messages: await messagesFor(locale), timeZone: 'Europe/Rome' }
})
