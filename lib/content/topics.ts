import { allTopics } from '../records/published.ts'

/** What services are listed under, in one language. */
export interface Topic {
  /** The `topic` of its services. */
  key: string
  title: string
  /** A few words on what is inside; empty where nobody wrote any. */
  hint: string
}

/** The topics of a body in the order of the totem, with or without services. */
export async function readTopics(bodyId: string, locale: 'it' | 'en'): Promise<Topic[]> {
  const topics = await allTopics(bodyId, locale)
  return topics.map(({ slug, title, hint }) => ({ key: slug, title, hint: hint ?? '' }))
}
