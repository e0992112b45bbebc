/** The service for which there is a guide: which notice, which place. */
export const ACTS = 'ritiro-atti'

/** Who has left the notice of an act: a messenger of the town, the tax collector, the post, or SEND. */
export const NOTICE_SENDERS = ['messenger', 'collector', 'post', 'send'] as const
export type NoticeFrom = (typeof NOTICE_SENDERS)[number]
