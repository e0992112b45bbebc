import { idOf } from '../records/access.ts'
import { allOffices, publishedForms, publishedServices } from '../records/published.ts'
import type { PageRef } from '../switchboard/stage.ts'

/** A page that an operator may put on the stage. */
export interface StageChoice extends PageRef {
  title: string
  /** A line that tells it from others of the same title; may be empty. */
  hint: string
  /** What it says, for whoever looks for a word. */
  text: string
  /** The service that it belongs to, by slug; empty: none. */
  service: string
}

/** Everything that a body has published, in one language: services in the order of the totem, then forms, then offices. */
export async function readStageChoices(bodyId: string, locale: 'it' | 'en'): Promise<StageChoice[]> {
  const [services, forms, offices] = await Promise.all([
    publishedServices(bodyId, locale),
    publishedForms(bodyId, locale),
    allOffices(bodyId, locale),
  ])
  const slugOf = new Map(services.map(({ id, slug }) => [id, slug]))
  return [
    ...services.flatMap((service): StageChoice[] => {
      const { slug, title, summary, howTo, cost, time, where, whoCanAsk } = service
      const items = (service.whatToBring ?? []).map(({ item }) => item)
      const text = [howTo, cost, time, where, whoCanAsk, ...items].filter((one) => !!one).join(' ')
      const sheet = { kind: 'sheet', slug, title, hint: summary ?? '', text, service: slug } as const
      if (items.length === 0) return [sheet]
      return [
        sheet,
        { kind: 'checklist', slug, title, hint: items.join(' · '), text: items.join(' '), service: slug },
      ]
    }),
    ...forms.map(
      ({ slug, title, summary, service, entries }): StageChoice => ({
        kind: 'form',
        slug,
        title,
        hint: summary ?? '',
        text: (entries ?? []).map(({ name, explanation }) => `${name} ${explanation}`).join(' '),
        service: (service && slugOf.get(idOf(service))) || '',
      }),
    ),
    ...offices.map(
      ({ slug, name, address, notes }): StageChoice => ({
        kind: 'office',
        slug,
        title: name,
        hint: address ?? '',
        text: notes ?? '',
        service: '',
      }),
    ),
  ]
}
