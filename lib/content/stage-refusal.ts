import type { PageRef, Showing } from '../switchboard/stage.ts'
import { hasPart, readStagePage } from './stage-page.ts'

/** Why this cannot be put up: the body has published no such page, or it says nothing there. Null: it can. */
export async function stageRefusal(
  bodyId: string,
  showing: Showing | null,
): Promise<'stage-page-unknown' | 'stage-part-unknown' | null> {
  const wanted = showing && pageOf(showing)
  if (!wanted) return null
  // In whatever language the ends read it, its parts have the same names.
  const page = await readStagePage(bodyId, wanted.page, 'it', null)
  if (!page) return 'stage-page-unknown'
  return wanted.part === null || hasPart(page, wanted.part) ? null : 'stage-part-unknown'
}

function pageOf(showing: Showing): { page: PageRef; part: string | null } | null {
  switch (showing.kind) {
    case 'screen':
      return null
    case 'qr':
      return { page: showing.page, part: null }
    case 'sheet':
    case 'form':
      return { page: { kind: showing.kind, slug: showing.slug }, part: showing.part }
    default:
      return { page: { kind: showing.kind, slug: showing.slug }, part: null }
  }
}
