import type { Findable } from '@/lib/content/search/search-index.ts'
import { OFFICES_TOPIC, type TotemContent } from './content.ts'

/** All that a totem's search looks through, in one language. */
export function findablesOf(content: TotemContent): Findable[] {
  const topicTitles = new Map(
    [...content.topics, ...content.moreTopics].map(({ key, title }) => [key, title]),
  )
  return [
    ...content.sheets.map(({ slug, title, summary, topic, who, bring, how, cost, time, where }) => ({
      kind: 'sheet' as const,
      slug,
      title,
      hint: summary,
      text: [topicTitles.get(topic) ?? '', who, ...bring, how, cost, time, where].join('\n'),
    })),
    ...content.offices.map(({ slug, name, address, notes, phone }) => ({
      kind: 'office' as const,
      slug,
      title: name,
      hint: address,
      text: [notes, phone.replaceAll(/\s/g, '')].join('\n'),
    })),
    ...content.lifeEvents.map(({ slug, title, hint, intro }) => ({
      kind: 'lifeEvent' as const,
      slug,
      title,
      hint,
      text: intro,
    })),
    ...content.notices.map(({ slug, title, text }) => ({
      kind: 'notice' as const,
      slug,
      title,
      hint: text.split('\n')[0] ?? '',
      text,
    })),
    ...content.topics
      .filter(({ key }) => key === OFFICES_TOPIC)
      .map(({ key, title, hint }) => ({ kind: 'topic' as const, slug: key, title, hint, text: '' })),
  ]
}
