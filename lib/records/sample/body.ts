import type { SampleAccount, SampleTopic, SampleTotem } from './shapes.ts'
import { allYear, on, UNKNOWN } from './shapes.ts'

/** Both closures are real ones; see the sources of the offices. */
export const SAMPLE_BODY = {
  name: 'Comune di Modena',
  phone: '059 20312',
  website: 'comune.modena.it',
  closures: [
    { from: '2023-08-14T00:00:00.000Z', to: '2023-08-14T00:00:00.000Z', reason: 'chiusura straordinaria' },
    { from: '2025-12-27T00:00:00.000Z', to: '2025-12-27T00:00:00.000Z', reason: 'chiusura del sabato' },
  ],
  /** The patron saint of Modena. */
  localHolidays: [{ day: '31/01', name: 'San Geminiano' }],
}

export const SAMPLE_TOPICS: readonly SampleTopic[] = [
  {
    slug: 'identita',
    title: { it: 'Carta d’identità', en: 'Identity card' },
    hint: { it: 'Rinnovo, urgenze, smarrimento', en: 'Renewal, urgent issue, lost things' },
  },
  {
    slug: 'residenza-certificati',
    title: { it: 'Residenza e certificati', en: 'Residence and certificates' },
    hint: { it: 'Cambio casa, stato di famiglia, voto', en: 'Moving home, family status, voting' },
  },
  {
    slug: 'atti',
    title: { it: 'Ritiro di un atto', en: 'Collecting a document' },
    hint: { it: 'Ho trovato un avviso nella posta', en: 'I found a notice in my mail' },
  },
  {
    slug: 'multe-sosta',
    title: { it: 'Multe, ZTL e sosta', en: 'Fines, traffic zone, parking' },
    hint: { it: 'Pagare, chiedere, permessi', en: 'Paying, asking, permits' },
  },
  {
    slug: 'famiglia-giovani',
    title: { it: 'Famiglia e giovani', en: 'Family and young people' },
    hint: { it: 'Informafamiglie, Informagiovani, sociale', en: 'Family, youth and social services' },
  },
]

export const SAMPLE_TOTEMS: readonly SampleTotem[] = [
  {
    slug: 'padova-149',
    name: 'Totem di via Padova 149',
    address: 'via Padova 149',
    latitude: 44.6381,
    longitude: 10.9462,
    hasPrinter: true,
    hardware: {
      screenShortMm: 398,
      viewingMm: 600,
      lowerEdgeMm: 700,
      reachLineMm: 1100,
      documentCamera: 'Document Camera',
    },
    notes: {
      it: 'Nei dati di esempio questo totem è sempre aperto. Orari noti (2022): lunedì–venerdì 09:00–13:00.',
      en: 'In the sample data this totem is always open. Known hours (2022): Monday–Friday 09:00–13:00.',
    },
    hours: { kind: 'always' },
  },
  {
    slug: 'villanova',
    name: 'Totem di Villanova',
    address: 'Polisportiva 4 Ville, via Barbolini 9',
    latitude: 44.6998,
    longitude: 10.8776,
    hardware: { screenShortMm: 299, viewingMm: 500, lowerEdgeMm: 800, reachLineMm: 1100 },
    notes: { it: 'Orari del 2022, da verificare.', en: 'Hours of 2022, to be checked.' },
    hours: allYear(on('14', '15:00', '18:00')),
  },
  {
    slug: 'san-damaso',
    name: 'Totem di San Damaso',
    address: 'via Scartazzetta 53',
    latitude: 44.6095,
    longitude: 10.9798,
    hardware: { screenShortMm: 268, viewingMm: 500, lowerEdgeMm: 820, reachLineMm: 1100 },
    notes: {
      it: 'C’è sempre un operatore comunale sul posto. Orari del 2022, da verificare.',
      en: 'A municipal worker is always there. Hours of 2022, to be checked.',
    },
    hours: allYear(on('4', '16:00', '18:00')),
  },
  {
    slug: 'modena-est',
    name: 'Totem di Modena Est',
    address: 'viale Indipendenza 25',
    latitude: 44.6459,
    longitude: 10.9561,
    hardware: { screenShortMm: 535, viewingMm: 700, lowerEdgeMm: 560, reachLineMm: 1100, volumeDb: '-12' },
    notes: { it: 'Orari da verificare.', en: 'Opening hours to be confirmed.' },
    hours: UNKNOWN,
  },
]

/** Invented people. Their office is the URP. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  {
    email: 'anna@esempio.it',
    role: 'operator',
    displayName: 'Anna',
    skills: ['anagrafe', 'famiglia'],
    languages: ['it', 'en'],
  },
  {
    email: 'bruno@esempio.it',
    role: 'operator',
    displayName: 'Bruno',
    skills: ['anagrafe', 'mobilità'],
    languages: ['it', 'fr', 'ar'],
  },
  {
    email: 'chiara@esempio.it',
    role: 'operator',
    displayName: 'Chiara',
    skills: ['mobilità', 'famiglia'],
    languages: ['it', 'en', 'es'],
  },
  { email: 'sofia@esempio.it', role: 'supervisor', displayName: 'Sofia' },
  { email: 'edo@esempio.it', role: 'editor', displayName: 'Edo' },
  { email: 'tea@esempio.it', role: 'technician', displayName: 'Tea' },
  { email: 'admin@esempio.it', role: 'administrator', displayName: 'Amministratore' },
]
