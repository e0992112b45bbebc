/** A voice of this machine for a language (BCP 47): others send what they say to a server. Null: it has none. */
export function machineVoice(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const voices = speechSynthesis.getVoices()
  return (
    voices.find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language)) ?? null
  )
}
