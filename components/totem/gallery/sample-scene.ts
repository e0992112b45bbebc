import { MEDIA_AT_REST } from '@/components/call/call-media-state.ts'
import { createLateCallMedia } from '@/components/call/late-call-media.ts'
import { USUAL_HARDWARE } from '@/lib/content/totem-hardware.ts'
import type { Locale } from '@/lib/i18n/locale.ts'
import type { TotemContent } from '../content.ts'
import { MONDAY_1042, totemShowing } from '../sample-views.ts'
import type { Scene } from '../scene.tsx'
import { NEW_VISITOR } from '../totem-state.ts'
import type { Totem } from '../use-totem.ts'
import type { Words } from '../words.ts'

const nothing = () => undefined

/** A totem that stands still, for whoever only looks at its screens. */
const STILL: Totem = {
  state: NEW_VISITOR,
  screen: { kind: 'page', page: { kind: 'home' } },
  link: 'up',
  view: totemShowing(null),
  clockOffsetMs: 0,
  media: createLateCallMedia({
    load: () => new Promise(() => undefined),
    onMissing: nothing,
    openAfterMs: 0,
  }),
  mediaState: MEDIA_AT_REST,
  dispatch: nothing,
  askForCall: nothing,
  startCall: nothing,
  sayStillHere: nothing,
  leaveCall: nothing,
  finish: nothing,
  goHome: nothing,
  callAgain: nothing,
  isWritten: false,
  takeBack: nothing,
}

/** A body's whole content would be as long as this, with the longest words of Italian offices. */
export const sampleContent: TotemContent = {
  topics: [
    { key: 'identita', title: 'Carta d’identità', hint: 'Rinnovo, urgenze, smarrimento' },
    { key: 'residenza', title: 'Residenza e autocertificazioni', hint: 'Cambio casa, stato di famiglia' },
    { key: 'ritiro-atti', title: 'Ritiro di un atto', hint: 'Ho trovato un avviso nella posta' },
    { key: 'multe', title: 'Multe, ZTL e sosta', hint: 'Pagare, chiedere, contestare' },
    { key: 'famiglia', title: 'Famiglia e giovani', hint: 'Nidi, scuola, Informagiovani' },
    { key: 'uffici-e-orari', title: 'Uffici e orari', hint: 'Che cosa è aperto adesso' },
  ],
  moreTopics: [],
  sheets: [
    {
      slug: 'cie',
      title: 'Carta d’identità elettronica',
      summary: 'Il documento per chi vive qui, per l’Italia e per l’Europa.',
      topic: 'identita',
      who: 'Chi è residente nel Comune, a ogni età.',
      bring: ['La carta scaduta o la denuncia', 'La tessera sanitaria', 'Una foto recente, formato tessera'],
      how: 'Prenota online o allo 059 2032077.\nPorta con te quello che serve e vieni all’appuntamento.',
      cost: '22,21 €, con carta o contanti.',
      time: 'Arriva per posta in 6 giorni lavorativi.',
      where: 'Servizi demografici, via Santi 40. Si può chiedere anche in circoscrizione.',
      source: 'comune.esempio.it',
      checkedAt: Date.parse('2026-11-12T12:00:00Z'),
      isOld: false,
      callable: true,
      office: 'demografici',
      related: ['smarrita'],
    },
    {
      slug: 'smarrita',
      title: 'Carta d’identità smarrita',
      summary: 'Che cosa fare subito.',
      topic: 'identita',
      who: '',
      bring: [],
      how: '',
      cost: '',
      time: '',
      where: '',
      source: '',
      checkedAt: null,
      isOld: true,
      callable: false,
      office: '',
      related: [],
    },
    {
      slug: 'ritiro-atti',
      title: 'Ritiro di un atto',
      summary: 'Hai trovato un avviso: c’è una busta chiusa da ritirare in Comune.',
      topic: 'ritiro-atti',
      who: 'La persona scritta sull’avviso, o chi ha la sua delega.',
      bring: [
        'L’avviso di deposito',
        'Un documento d’identità valido',
        'Se ritiri per un altro: la delega firmata, il tuo documento e la copia del suo',
      ],
      how: '',
      cost: '',
      time: '',
      where: 'Ufficio messi, al piano terra.',
      source: '',
      checkedAt: null,
      isOld: true,
      callable: true,
      office: 'demografici',
      related: [],
    },
  ],
  offices: [
    {
      slug: 'demografici',
      name: 'Punto informativo Servizi demografici',
      address: 'via Santi 40',
      phone: '059 2032077',
      email: 'anagrafe@comune.esempio.it',
      notes: '',
      hours: ['lunedì, giovedì 09:00–18:30', 'martedì, mercoledì, venerdì, sabato 08:30–13:00'],
      opening: { kind: 'always' },
    },
    {
      slug: 'urp',
      name: 'URP',
      address: 'piazza Grande 17',
      phone: '059 20312',
      email: '',
      notes: '',
      hours: [],
      opening: { kind: 'unknown' },
    },
  ],
  totems: [
    {
      slug: 'padova-149',
      name: 'Totem di via Padova 149',
      address: 'via Padova 149',
      notes: '',
      hours: [],
      opening: { kind: 'always' },
      inService: true,
    },
  ],
  lifeEvents: [
    {
      slug: 'casa',
      title: 'Cambio casa',
      hint: 'Residenza, rifiuti, sosta',
      intro: 'Hai 20 giorni.',
      sheets: ['cie'],
    },
  ],
  notices: [
    {
      slug: 'chiusura',
      title: 'Chiusura per la festa del patrono',
      text: 'Il 31 gennaio gli uffici sono chiusi.',
      isImportant: true,
      from: Date.parse('2026-11-23T12:00:00Z'),
      until: null,
    },
  ],
}

/** What a screen is drawn from when nobody touches it. */
export const sceneIn = (locale: Locale, words: Words, totem: Partial<Totem> = {}): Scene => ({
  slug: 'padova-149',
  totemName: 'Totem di via Padova 149',
  bodyName: 'Comune di Modena',
  phone: '059 20312',
  dataProtectionOfficer: '',
  kept: { callbackHours: 24, logDays: 396 },
  phonesAt: 'https://sportello.comune.modena.it',
  isSample: true,
  isAlwaysOpen: true,
  hasPrinter: true,
  hardware: USUAL_HARDWARE,
  locale,
  words,
  content: sampleContent,
  totem: { ...STILL, ...totem },
  now: MONDAY_1042,
  readAt: MONDAY_1042,
})
