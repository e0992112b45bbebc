import { cookies, headers } from 'next/headers'
import { EnrolScreen } from '@/components/totem/enrol-screen.tsx'
import { readTotemContent } from '@/components/totem/read-totem-content.ts'
import { rememberedVisitor } from '@/components/totem/remembered-visitor.ts'
import { measuresInCss } from '@/components/totem/screen-measures.ts'
import { TotemApp } from '@/components/totem/totem-app.tsx'
import { parseWords, type Words } from '@/components/totem/words.ts'
import { buildId } from '@/lib/config/build-id.ts'
import { env } from '@/lib/config/env.ts'
import { readTotemPlace } from '@/lib/content/totem-place.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import { isLocalRequest } from '@/lib/identity/is-local-request.ts'
import { totemFromHeaders } from '@/lib/identity/totems.ts'
import arabic from '@/messages/ar/totem.json'
import english from '@/messages/en/totem.json'
import french from '@/messages/fr/totem.json'
import italian from '@/messages/it/totem.json'
import easyItalian from '@/messages/it-facile/totem.json'
import romanian from '@/messages/ro/totem.json'
import albanian from '@/messages/sq/totem.json'
import ukrainian from '@/messages/uk/totem.json'

const FILES: Readonly<Record<Locale, unknown>> = {
  it: italian,
  en: english,
  ro: romanian,
  fr: french,
  ar: arabic,
  uk: ukrainian,
  sq: albanian,
  'it-facile': easyItalian,
}

const wordsIn = (locale: Locale): Words => parseWords(FILES[locale], italian)

/** The one that is always open in the sample municipality. */
const SAMPLE_TOTEM = 'padova-149'

interface TotemPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TotemPage({ searchParams }: TotemPageProps) {
  const [requestHeaders, jar, { totem: named }] = await Promise.all([headers(), cookies(), searchParams])
  const { isSample, appUrl } = env()
  const slug = typeof named === 'string' ? named : isSample ? SAMPLE_TOTEM : null
  const { locale, modes } = rememberedVisitor(requestHeaders, jar)

  const identity = await totemFromHeaders(requestHeaders, slug)
  if (!identity) {
    return (
      <main className="stage">
        <EnrolScreen
          words={wordsIn(locale)}
          sample={isSample && isLocalRequest(requestHeaders) ? slug : null}
        />
      </main>
    )
  }

  const place = await readTotemPlace(identity.bodyId, identity.totemId)
  if (!place) throw new Error(`body ${identity.bodyId} has totems but no published settings`)
  const now = Date.now()
  const nonce = requestHeaders.get('x-nonce') ?? ''
  return (
    <>
      <style nonce={nonce}>{measuresInCss(place.hardware)}</style>
      <TotemApp
        slug={identity.slug}
        totemName={place.totemName}
        bodyName={place.bodyName}
        phone={place.phone}
        dataProtectionOfficer={place.dataProtectionOfficer}
        kept={place.kept}
        phonesAt={appUrl}
        isSample={place.isSample}
        isAlwaysOpen={place.isAlwaysOpen}
        hasPrinter={place.hasPrinter}
        hardware={place.hardware}
        locale={locale}
        modes={modes}
        words={{ italian, spoken: { locale, words: wordsIn(locale) } }}
        content={await readTotemContent(identity.bodyId, now)}
        renderedAt={now}
        build={buildId()}
      />
    </>
  )
}
