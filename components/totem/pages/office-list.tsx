import type { Locale } from '@/lib/i18n/locale.ts'
import type { OfficeCard, TotemCard } from '../content.ts'
import { ContentText } from '../content-text.tsx'
import { openNow } from '../open-now.ts'
import type { Words } from '../words.ts'
import { PlaceCard } from './place-card.tsx'

interface OfficeListProps {
  offices: readonly OfficeCard[]
  totems: readonly TotemCard[]
  /** The totem in front of the visitor. */
  hereSlug: string
  words: Words
  locale: Locale
  now: number
}

/** Where the offices and the totems are, and what is open at this moment. */
export function OfficeList({ offices, totems, hereSlug, words, locale, now }: OfficeListProps) {
  const say = words.offices
  return (
    <div className="flex flex-col gap-24">
      <h2 className="px-12 text-title font-bold">{say.offices}</h2>
      {offices.map((office) => (
        <OfficePlace key={office.slug} office={office} words={words} locale={locale} now={now} />
      ))}
      {totems.length > 0 && <h2 className="mt-24 px-12 text-title font-bold">{say.totems}</h2>}
      {hereFirst(totems, hereSlug).map((totem) => (
        <PlaceCard
          key={totem.slug}
          {...totem}
          state={openNow(totem.opening, words, locale, now)}
          badge={totem.slug === hereSlug ? say.here : ''}
          more={[
            !totem.inService && <strong key="out">{say.outOfService}</strong>,
            totem.notes && <ContentText key="notes">{totem.notes}</ContentText>,
          ]}
          words={words}
        />
      ))}
    </div>
  )
}

/** One office, also where another page sends somebody there. */
export function OfficePlace({
  office,
  words,
  locale,
  now,
}: { office: OfficeCard } & Pick<OfficeListProps, 'words' | 'locale' | 'now'>) {
  const say = words.offices
  return (
    <PlaceCard
      {...office}
      state={openNow(office.opening, words, locale, now)}
      more={[
        office.notes && <ContentText key="notes">{office.notes}</ContentText>,
        office.phone && named(say.phone, office.phone),
        office.email && named(say.email, office.email),
      ]}
      words={words}
    />
  )
}

const named = (name: string, value: string) => (
  <>
    {name}{' '}
    <strong className="font-semibold break-words">
      <bdi>{value}</bdi>
    </strong>
  </>
)

const hereFirst = (totems: readonly TotemCard[], here: string): TotemCard[] =>
  totems.toSorted((a, b) => Number(b.slug === here) - Number(a.slug === here))
