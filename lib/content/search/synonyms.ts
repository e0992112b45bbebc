import { stem, wordsOf } from './italian-stem.ts'

/**
 * What people call the same thing, Italian and English together: no page is written in all of these words.
 * A page that has one of a line's terms in its title, address or summary is found by all of them.
 */
const TERMS: readonly (readonly string[])[] = [
  ['carta identità', 'documento identità', 'cie', 'documenti', 'tessera identità', 'identity card', 'ID'],
  ['smarrito', 'perso', 'persi', 'rubato', 'furto', 'smarrimento', 'ritrovato', 'trovato', 'lost', 'stolen'],
  ['residenza', 'trasloco', 'traslocare', 'cambio casa', 'indirizzo', 'domicilio', 'moving', 'residence'],
  ['certificato', 'anagrafe', 'stato famiglia', 'estratto', 'anpr', 'autocertificazione', 'certificate'],
  ['multa', 'sanzione', 'verbale', 'contravvenzione', 'ricorso', 'autovelox', 'fine', 'fines', 'ticket'],
  ['ztl', 'centro storico', 'zona traffico limitato', 'permesso auto', 'telecamere', 'traffic zone'],
  ['sosta', 'parcheggio', 'strisce blu', 'posteggio', 'parking'],
  [
    'disabile',
    'disabilità',
    'invalido',
    'invalidità',
    'handicap',
    'cude',
    'contrassegno',
    'disabled',
    'badge',
  ],
  [
    'elettorale',
    'voto',
    'votare',
    'elezioni',
    'seggio',
    'scheda elettorale',
    'voting',
    'polling',
    'election',
  ],
  [
    'ritiro atto',
    'raccomandata',
    'busta',
    'avviso',
    'notifica',
    'messo',
    'giudiziario',
    'cartella',
    'casa comunale',
  ],
  ['nascita', 'bambino', 'bambina', 'neonato', 'figlio', 'nato', 'birth', 'baby', 'child'],
  ['nidi', 'asilo', 'asilo nido', 'scuola', 'materna', 'nursery', 'school'],
  ['morte', 'morto', 'decesso', 'lutto', 'funerale', 'defunto', 'cimitero', 'death', 'died', 'funeral'],
  ['matrimonio', 'nozze', 'sposarsi', 'sposiamo', 'unione civile', 'pubblicazioni', 'marriage', 'wedding'],
  ['giovani', 'lavoro', 'estero', 'studio', 'ragazzi', 'youth', 'job', 'study'],
  ['servizi sociali', 'assistente sociale', 'contributi', 'aiuto', 'bonus', 'povertà', 'anziani', 'social'],
  ['digitale', 'spid', 'online', 'internet', 'computer', 'app io', 'password', 'digital'],
  ['polizia locale', 'vigili', 'polizia municipale', 'municipale', 'police'],
  [
    'urp',
    'informazioni',
    'relazioni pubblico',
    'segnalazione',
    'reclamo',
    'comune',
    'information',
    'complaint',
  ],
  ['uffici orari', 'orari', 'orario', 'apertura', 'aperto', 'sportello', 'hours', 'opening'],
  ['totem', 'videochiamata', 'face to face', 'video'],
]

/** What else a page with these texts is called. */
export function alsoCalled(texts: readonly string[]): string[] {
  const stems = new Set(texts.flatMap(wordsOf).map(stem))
  const isAbout = (term: string) => wordsOf(term).every((word) => stems.has(stem(word)))
  return TERMS.filter((line) => line.some(isAbout)).flat()
}
