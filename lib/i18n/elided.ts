/**
 * "il 8 dicembre" as it is said: "l’8 dicembre"; "dal 11 marzo": "dall’11 marzo". The two days of the month whose
 * numbers begin with a vowel; other languages have none of these words before a day.
 */
export const elided = (text: string): string =>
  text.replace(/\bil (?=(?:8|11) )/g, 'l’').replace(/\b([Dd]?al|del) (?=(?:8|11) )/g, '$1l’')
