import english from '../../messages/en/privacy.json'
import englishWords from '../../messages/en/totem.json'
import italian from '../../messages/it/privacy.json'
import italianWords from '../../messages/it/totem.json'
import type { FullLocale } from '../i18n/locale.ts'
import type { BodyId, TotemId } from '../switchboard/ids.ts'
import { actPage, delegationPage } from './act-pages.ts'
import { ACTS, NOTICE_SENDERS } from './acts.ts'
import { nameOfBody } from './body-name.ts'
import { hourLines } from './hours-in-words.ts'
import { readLifeEvents } from './life-events.ts'
import { readOffices } from './offices.ts'
import { privacyNotice } from './privacy-page.ts'
import type { PublicRef } from './public-address.ts'
import { dayAt } from './rome-time.ts'
import { readServices } from './services.ts'
import { paragraphs, readStagePage, type StagePage, section } from './stage-page.ts'
import { readTotemPlace } from './totem-place.ts'

/** A page as a phone shows it, and where it leads on. */
export interface PublicPage {
  page: StagePage
  links: readonly PublicLink[]
}

/** `title` empty: said by its kind. */
export interface PublicLink extends PublicRef {
  title: string
}

/**
 * What anybody may read of a body, as it is published now, in one language. Null: there is no such page (any more).
 *
 * @param totemId where it was taken along
 */
export async function readPublicPage(
  bodyId: BodyId,
  { kind, slug }: PublicRef,
  locale: FullLocale,
  totemId: TotemId,
): Promise<PublicPage | null> {
  switch (kind) {
    case 'sheet':
    case 'checklist':
    case 'office': {
      const page = await readStagePage(bodyId, { kind, slug }, locale, totemId)
      if (!page) return null
      const hasList = kind === 'sheet' && page.sections.some(({ as }) => as === 'list')
      return { page, links: hasList ? [{ kind: 'checklist', slug, title: '' }] : [] }
    }
    case 'offices': {
      const offices = await readOffices(bodyId, locale)
      return {
        page: text(slug, WORDS[locale].offices, '', []),
        links: offices.map(({ slug: office, name }) => ({ kind: 'office', slug: office, title: name })),
      }
    }
    case 'act':
      return act(bodyId, slug, locale)
    case 'delegation':
      return { page: delegationPage(totemWords(locale), await nameOfBody(bodyId)), links: [] }
    case 'privacy': {
      const place = await readTotemPlace(bodyId, totemId)
      if (!place) return null
      const { title, lead, sections } = privacyNotice(locale === 'it' ? italian : english, place, locale)
      const parts = sections.map((part) => section(part.key, part.title, 'prose', part.lines))
      return { page: text(slug, title, lead, parts), links: [] }
    }
    case 'life-event':
      return lifeEvent(bodyId, slug, locale)
  }
}

async function act(bodyId: string, slug: string, locale: FullLocale): Promise<PublicPage | null> {
  const from = NOTICE_SENDERS.find((one) => one === slug)
  if (!from) return null
  const [services, offices] = await Promise.all([readServices(bodyId, locale), readOffices(bodyId, locale)])
  const sheet = services.find((one) => one.slug === ACTS)
  const office = offices.find((one) => one.slug === sheet?.office)
  const place = office && {
    name: office.name,
    lines: [...paragraphs(office.address), ...hourLines(office.hours, locale, dayAt(Date.now()))],
  }
  const words = totemWords(locale)
  const own = sheet ? { where: sheet.where, bring: sheet.whatToBring, place: place ?? null } : null
  const links: PublicLink[] = [
    ...(office ? [{ kind: 'office' as const, slug: office.slug, title: office.name }] : []),
    { kind: 'delegation', slug: 'form', title: words.acts.paper.title },
  ]
  return { page: actPage(words, from, own), links: from === 'messenger' ? links : [] }
}

async function lifeEvent(bodyId: string, slug: string, locale: FullLocale): Promise<PublicPage | null> {
  const [events, services] = await Promise.all([readLifeEvents(bodyId, locale), readServices(bodyId, locale)])
  const event = events.find((one) => one.slug === slug)
  if (!event) return null
  const intro = paragraphs(event.intro)
  return {
    page: text(
      slug,
      event.title,
      event.hint,
      intro.length > 0 ? [section('intro', WORDS[locale].start, 'prose', intro)] : [],
    ),
    links: event.services.flatMap((wanted) => {
      const service = services.find((one) => one.slug === wanted)
      return service ? [{ kind: 'sheet' as const, slug: wanted, title: service.title }] : []
    }),
  }
}

const text = (slug: string, title: string, lead: string, sections: StagePage['sections']): StagePage => ({
  kind: 'text',
  slug,
  title,
  lead,
  sections,
  plan: null,
})

const totemWords = (locale: FullLocale) => (locale === 'it' ? italianWords : englishWords)

const WORDS = {
  it: { offices: 'Uffici e orari', start: 'Da dove cominciare' },
  en: { offices: 'Offices and hours', start: 'Where to start' },
} as const
