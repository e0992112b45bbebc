import { CHANNELS, type SoundAndPicture } from '@/components/call/call-media-state.ts'

const STORAGE_KEY = 'pronto.guest.muted'

/** For a reload of this tab, which opens camera and microphone by itself. */
export const keepMuted = (muted: SoundAndPicture) =>
  sessionStorage.setItem(STORAGE_KEY, CHANNELS.filter((channel) => muted[channel]).join(' '))

/** What somebody had switched off in this tab before it was loaded anew. */
export function keptMuted(): SoundAndPicture {
  const muted = (sessionStorage.getItem(STORAGE_KEY) ?? '').split(' ')
  return { sound: muted.includes('sound'), picture: muted.includes('picture') }
}

/** Whoever comes in, or has gone, has switched nothing off. */
export const forgetMuted = () => sessionStorage.removeItem(STORAGE_KEY)
