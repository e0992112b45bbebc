import type { PageRef } from '@/lib/switchboard/stage.ts'

/** What this page of the desk has put up lately, the newest first: the next visitor often asks the same. */
let recent: readonly PageRef[] = []

export const recentPages = (): readonly PageRef[] => recent

export function rememberPage({ kind, slug }: PageRef): void {
  recent = [{ kind, slug }, ...recent.filter((page) => !isSamePage(page, { kind, slug }))].slice(0, 5)
}

export const isSamePage = (one: PageRef, other: PageRef): boolean =>
  one.kind === other.kind && one.slug === other.slug
