/** Asks for the page as a browser would load it: whoever is not signed in any more is sent on to sign in. */
export async function isSignedOut(): Promise<boolean> {
  const answer = await fetch('/supervisor', { method: 'HEAD', redirect: 'manual' }).catch(() => null)
  return answer?.type === 'opaqueredirect'
}
