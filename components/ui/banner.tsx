import type { ReactNode } from 'react'

const TONES = {
  notice: 'bg-blue-light border-blue text-ink',
  warning: 'bg-sun-light border-sun text-ink',
  trouble: 'bg-red-light border-red text-ink',
  good: 'bg-green-light border-green text-ink',
} as const

export interface BannerProps {
  tone?: keyof typeof TONES
  /**
   * Interrupts a screen reader: for what needs an answer now. Anything else is put into a `status` that is there
   * before it: screen readers tell of what comes into one, and rarely of one that comes with its words.
   */
  isUrgent?: boolean
  icon?: ReactNode
  title: string
  children?: ReactNode
  /** What can be done about it. */
  action?: ReactNode
}

/** Says what is the matter and what to do, in the flow of the page. */
export function Banner({ tone = 'notice', isUrgent = false, icon, title, children, action }: BannerProps) {
  return (
    <div
      role={isUrgent ? 'alert' : undefined}
      className={`flex items-center gap-4 rounded-desk border-l-4 px-4 py-3 ${TONES[tone]}`}
    >
      {icon ? <span className="shrink-0">{icon}</span> : null}
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children ? <div className="text-sm text-ink-2">{children}</div> : null}
      </div>
      {action ? <div className="shrink-0">{action}</div> : null}
    </div>
  )
}
