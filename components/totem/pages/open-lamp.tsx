import type { OpenNow } from '../open-now.ts'

/** Open or closed: by a full or an empty lamp, and by the words beside it. */
export function OpenLamp({ state, className = '' }: { state: OpenNow; className?: string }) {
  return (
    <p
      className={`flex items-center gap-16 font-semibold ${state.isOpen ? 'text-green' : 'text-ink'} ${className}`}
    >
      <span
        aria-hidden
        className={`size-20 shrink-0 rounded-full ${state.isOpen ? 'bg-green' : 'hairline border-line-strong'}`}
      />
      {state.text}
    </p>
  )
}
