import styles from './video-box.module.css'

/** Three bars beside a name: this one is heard to speak now. Takes its place when silent, so nothing moves. */
export function SpeakingMark({ isSpeaking, className }: { isSpeaking: boolean; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`${styles.speaking} ${className ?? ''}`}
      data-speaking={isSpeaking}
    >
      <path
        d="M5 10v4M12 5v14M19 8v8"
        fill="none"
        stroke="currentColor"
        strokeWidth={3}
        strokeLinecap="round"
      />
    </svg>
  )
}
