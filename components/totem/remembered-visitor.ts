import { DEFAULT_LOCALE, type Locale, parseLocale } from '@/lib/i18n/locale.ts'
import { type Mode, parseModes } from './modes.ts'
import { TOTEM_LOCALE_COOKIE, TOTEM_MODES_COOKIE } from './remember-visitor.ts'

/** `public/totem-worker.js` asks with it for the page that is kept: whoever finds that one is somebody else. */
const FOR_NOBODY = 'x-pronto-for-nobody'

/** Who reads the page that is asked for: whoever its cookies remember, and nobody where it is to be kept. */
export function rememberedVisitor(
  asked: Pick<Headers, 'has'>,
  jar: { get: (name: string) => { value: string } | undefined },
): { locale: Locale; modes: readonly Mode[] } {
  if (asked.has(FOR_NOBODY)) return { locale: DEFAULT_LOCALE, modes: [] }
  return {
    locale: parseLocale(jar.get(TOTEM_LOCALE_COOKIE)?.value),
    modes: parseModes(jar.get(TOTEM_MODES_COOKIE)?.value),
  }
}
