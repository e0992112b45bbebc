import {
  Baby,
  Car,
  Clock,
  FileText,
  House,
  IdCard,
  type LucideIcon,
  Mail,
  Search,
  Smartphone,
  Users,
  Vote,
} from 'lucide-react'

/** By words in a service's slug, the first that fits. */
const ICONS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/identita|cie|documenti/, IdCard],
  [/resid|certific|anagraf|casa/, House],
  [/att[io]|notific|ritiro/, Mail],
  [/mult|sanzion|ztl|sost|parchegg|polizia/, Car],
  [/nid[oi]|nascit|bambin/, Baby],
  [/famigli|giovani|scuol|social/, Users],
  [/elettor|vot/, Vote],
  [/digital|spid|online/, Smartphone],
  [/oggett|smarr/, Search],
  [/uffic|orar/, Clock],
]

/** The picture beside a topic: decoration, the words say it. */
export function TopicIcon({ of, className }: { of: string; className: string }) {
  const Icon = ICONS.find(([pattern]) => pattern.test(of))?.[1] ?? FileText
  return <Icon aria-hidden className={className} />
}
