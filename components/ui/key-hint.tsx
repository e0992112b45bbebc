/** The key of a shortcut, drawn as a key. Hidden from names: `aria-keyshortcuts` says it instead. */
export function KeyHint({ children, isOnColour = false }: { children: string; isOnColour?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`rounded-md border px-1.5 py-0.5 font-sans text-xs font-semibold ${
        isOnColour ? 'border-white/60 bg-black/15 text-white' : 'border-line bg-paper text-ink-2'
      }`}
    >
      {children}
    </span>
  )
}
