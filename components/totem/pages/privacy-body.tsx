'use client'

import { privacyNotice } from '@/lib/content/privacy-page.ts'
import { directionOf, type FullLocale, fullLocale } from '@/lib/i18n/locale.ts'
import type { Scene } from '../scene.tsx'
import { useChunk } from '../use-chunk.ts'
import { Prose } from './prose.tsx'

/** The full privacy notice of a call. Few read it: it comes when it is opened. */
export function PrivacyBody({ scene }: { scene: Scene }) {
  const language = fullLocale(scene.locale)
  const file = useChunk(true, FILES[language])
  if (!file) return null
  const { lead, sections } = privacyNotice(file.default, scene, language)
  return (
    <div className="flex flex-col gap-28" lang={language} dir={directionOf(language)}>
      <p className="px-12 text-body text-ink-2">{lead}</p>
      {sections.map(({ key, title, lines }) => (
        <section key={key} className="hairline rounded-card border-line bg-card px-44 py-36">
          <h2 className="mb-16 text-lead font-bold">{title}</h2>
          <Prose text={lines.join('\n')} />
        </section>
      ))}
    </div>
  )
}

const FILES = {
  it: () => import('@/messages/it/privacy.json'),
  en: () => import('@/messages/en/privacy.json'),
} as const satisfies Record<FullLocale, unknown>
