import { cache } from 'react'
import * as z from 'zod'
import { nameOfBody } from '@/lib/content/body-name.ts'
import { PUBLIC_KINDS } from '@/lib/content/public-address.ts'
import { type PublicPage, readPublicPage } from '@/lib/content/public-page.ts'
import type { FullLocale } from '@/lib/i18n/locale.ts'
import { totemNamed } from '@/lib/identity/totems.ts'

/** What a public address leads to, as it is published now; null: to nothing (any more). */
export const readPage = cache(
  async (address: unknown, locale: FullLocale): Promise<(PublicPage & { bodyName: string }) | null> => {
    const asked = AddressParams.safeParse(address)
    if (!asked.success) return null
    const { totem, ...ref } = asked.data
    const identity = await totemNamed(totem)
    if (!identity) return null
    const [found, bodyName] = await Promise.all([
      readPublicPage(identity.bodyId, ref, locale, identity.totemId),
      nameOfBody(identity.bodyId),
    ])
    return found && { ...found, bodyName }
  },
)

/** As long as anything that has a slug. */
const Slug = z.string().regex(/^[a-z0-9-]{1,100}$/)
const AddressParams = z.object({ totem: Slug, kind: z.enum(PUBLIC_KINDS), slug: Slug })
