import type { Locale } from '../i18n/locale.ts'

/** What of a totem anybody may open on their own phone: it is published, and says nothing of a visitor. */
export const PUBLIC_KINDS = [
  'sheet',
  'checklist',
  'office',
  'offices',
  'life-event',
  'privacy',
  'act',
  'delegation',
] as const

/** A public page by its name; of `offices` there is one, `all`, and of `privacy` one, `call`, of `delegation` one, `form`. */
export interface PublicRef {
  kind: (typeof PUBLIC_KINDS)[number]
  slug: string
}

/**
 * Where a phone reads a public page, in the language in which it was read at the totem.
 *
 * @param phonesAt the installation as phones reach it: `APP_URL`
 * @param totem the slug of the totem that it was read on: whose page it is, and where the way on a plan begins
 */
export const publicAddress = (
  phonesAt: string,
  totem: string,
  { kind, slug }: PublicRef,
  locale: Locale,
): string => `${phonesAt}${publicPath(totem, { kind, slug }, locale)}`

/** The same address from another page of it. Italian is what an address speaks that names no language. */
export function publicPath(totem: string, { kind, slug }: PublicRef, locale: Locale): string {
  const path = ['', 'read', totem, kind, slug].map(encodeURIComponent).join('/')
  return locale === 'it' ? path : `${path}?lang=${locale}`
}
