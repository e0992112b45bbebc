import { Icon } from './icon.tsx'
import type { IconName } from './icon-sprite.tsx'

/** By words in a service's slug, the first that fits. */
const ICONS: readonly (readonly [RegExp, IconName])[] = [
  [/persi|identita|cie|documenti/, 'id-card'],
  [/resid|certific|anagraf|casa|citta|nuovi/, 'house'],
  [/att[io]|notific|ritiro/, 'mail'],
  [/mult|sanzion|ztl|sost|parchegg|polizia/, 'car'],
  [/nid[oi]|nascit|bambin/, 'baby'],
  [/famigli|giovani|scuol|social|matrimoni|disabil/, 'users'],
  [/maggiorenn|elettor|vot/, 'vote'],
  [/lutto|morte/, 'file-text'],
  [/digital|spid|online/, 'smartphone'],
  [/oggett|smarr/, 'search'],
  [/uffic|orar/, 'clock'],
]

/** The picture beside a topic: decoration, the words say it. */
export function TopicIcon({ of, className }: { of: string; className: string }) {
  const name = ICONS.find(([pattern]) => pattern.test(of))?.[1] ?? 'file-text'
  return <Icon name={name} className={className} />
}
