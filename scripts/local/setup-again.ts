/** Why nothing is set up in a database that has a body already, and what to do. `totem`: asked for, and not there. */
export function whyNotAgain(
  body: { isSample?: boolean | null | undefined },
  { appUrl, totem }: { appUrl: string; totem: string | undefined },
): string {
  if (totem) return `There is no totem "${totem}": make it at ${appUrl}/admin first.`
  if (body.isSample) {
    return 'This database holds the sample municipality. For real use set DATABASE_URL to an empty database, or PRONTO_HOME to an empty folder. For a sample totem on a second device: npm run setup -- --totem padova-149'
  }
  return `This database has its body already: the rest is entered at ${appUrl}/admin. For an enrolment code: npm run setup -- --totem <slug>`
}
