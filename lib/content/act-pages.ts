import type italian from '../../messages/it/totem.json'
import type { NoticeFrom } from './acts.ts'
import { paragraphs, type StagePage, section } from './stage-page.ts'

type Words = Pick<typeof italian, 'acts' | 'sheet'>

/** What the town's own sheet says of acts that its messengers keep; empty: nothing. */
export interface ActsSheet {
  where: string
  bring: readonly string[]
  /** The office that keeps them, where it is and when it is open; null: not said. */
  place: { name: string; lines: readonly string[] } | null
}

/** What to bring for an act with this notice, as a list to tick off, and where. Never whether there is one. */
export function actPage({ acts, sheet }: Words, from: NoticeFrom, own: ActsSheet | null): StagePage {
  const sender = acts.senders[from]
  const known = from === 'messenger' ? own : null
  return {
    kind: 'checklist',
    slug: from,
    title: sheet.bring,
    lead: sender.name,
    sections: [
      section('bring', sheet.bring, 'list', known?.bring.length ? known.bring : paragraphs(sender.bring)),
      section('where', acts.where, 'prose', paragraphs(known?.where || sender.where)),
      ...(known?.place ? [section('place', known.place.name, 'prose', known.place.lines)] : []),
      section('know', acts.know, 'prose', paragraphs(`${acts.deadlines}\n${acts.noAnswer}`)),
    ],
    plan: null,
  }
}

/** The delegation to collect an act, to be printed elsewhere and filled in by hand. */
export function delegationPage({ acts: { paper }, sheet }: Words, bodyName: string): StagePage {
  const lines = paragraphs(paper.lines).map((line) => `${line} ${'.'.repeat(30)}`)
  return {
    kind: 'text',
    slug: 'form',
    title: paper.title,
    lead: '',
    sections: [
      section('lines', paper.to.replace('{body}', bodyName), 'prose', lines),
      section('attach', sheet.bring, 'prose', [paper.attach]),
    ],
    plan: null,
  }
}
