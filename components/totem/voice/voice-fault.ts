/** What last kept this page from speaking, and when. Nothing in it is of whoever listened, so it outlives them. */
export interface VoiceFault {
  /** `machine`: the platform's voice, `page`: our own. */
  whose: 'machine' | 'page'
  at: number
}

let last: VoiceFault | null = null

/** For whoever looks after the totem (`attendant-tools.tsx`). */
export function noteVoiceFault(whose: VoiceFault['whose']): void {
  last = { whose, at: Date.now() }
}

/** Null: none since the page was loaded. */
export const lastVoiceFault = (): VoiceFault | null => last
