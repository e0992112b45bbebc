import { cookies, headers } from 'next/headers'
import { contentFromRecords } from '@/components/totem/content-from-records.ts'
import { EnrolScreen } from '@/components/totem/enrol-screen.tsx'
import { TOTEM_LOCALE_COOKIE } from '@/components/totem/locale-cookie.ts'
import { TotemApp } from '@/components/totem/totem-app.tsx'
import type { WordsByLocale } from '@/components/totem/words.ts'
import { env } from '@/lib/config/env.ts'
import { readOffices } from '@/lib/content/offices.ts'
import { readServices } from '@/lib/content/services.ts'
import { readTopics } from '@/lib/content/topics.ts'
import { readTotemPlace } from '@/lib/content/totem-place.ts'
import { type Locale, parseLocale } from '@/lib/i18n/locale.ts'
import { isLocalRequest } from '@/lib/identity/is-local-request.ts'
import { totemFromHeaders } from '@/lib/identity/totems.ts'
import type { BodyId } from '@/lib/switchboard/ids.ts'
import english from '@/messages/en/totem.json'
import italian from '@/messages/it/totem.json'

const WORDS: WordsByLocale = { it: italian, en: english }

/** The one that is always open in the sample municipality. */
const SAMPLE_TOTEM = 'padova-149'

interface TotemPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TotemPage({ searchParams }: TotemPageProps) {
  const [requestHeaders, jar, { totem: named }] = await Promise.all([headers(), cookies(), searchParams])
  const { isSample } = env()
  const slug = typeof named === 'string' ? named : isSample ? SAMPLE_TOTEM : null
  const locale = parseLocale(jar.get(TOTEM_LOCALE_COOKIE)?.value)

  const identity = await totemFromHeaders(requestHeaders, slug)
  if (!identity) {
    return (
      <main className="stage">
        <EnrolScreen
          words={WORDS[locale]}
          sample={isSample && isLocalRequest(requestHeaders) ? slug : null}
        />
      </main>
    )
  }

  const place = await readTotemPlace(identity.bodyId, identity.totemId)
  if (!place) throw new Error(`body ${identity.bodyId} has totems but no published settings`)
  const now = Date.now()
  const [it, en] = await Promise.all([
    readContent(identity.bodyId, 'it', now),
    readContent(identity.bodyId, 'en', now),
  ])
  return (
    <TotemApp
      slug={identity.slug}
      totemName={place.totemName}
      bodyName={place.bodyName}
      phone={place.phone}
      isSample={place.isSample}
      isAlwaysOpen={place.isAlwaysOpen}
      locale={locale}
      words={WORDS}
      content={{ it, en }}
      renderedAt={now}
    />
  )
}

async function readContent(body: BodyId, locale: Locale, now: number) {
  const [topics, services, offices] = await Promise.all([
    readTopics(body, locale),
    readServices(body, locale),
    readOffices(body, locale),
  ])
  return contentFromRecords({ topics, services, offices }, WORDS[locale], locale, now)
}
