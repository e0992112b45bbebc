import type { SampleLifeEvent } from './shapes.ts'

export const SAMPLE_LIFE_EVENTS: readonly SampleLifeEvent[] = [
  {
    slug: 'nascita',
    title: { it: 'È nato un bambino', en: 'A child is born' },
    hint: { it: 'Dichiarazione, nidi, aiuti', en: 'Registration, nurseries, help' },
    intro: {
      it: 'Per prima cosa dichiara la nascita: entro 3 giorni in ospedale, entro 10 in Comune. Al resto si pensa con calma.',
      en: 'First register the birth: within 3 days at the hospital, within 10 at the town hall. The rest can wait.',
    },
    services: ['dichiarazione-nascita', 'informafamiglie', 'carta-identita', 'certificati'],
  },
  {
    slug: 'cambio-casa',
    title: { it: 'Cambio casa', en: 'I am moving' },
    hint: { it: 'Residenza, ZTL, voto', en: 'Residence, traffic zone, voting' },
    intro: {
      it: 'Chiedi il cambio di residenza quando abiti già nella casa nuova. Il resto cambia da lì.',
      en: 'Ask for the change of residence once you live in the new home. The rest follows from it.',
    },
    services: ['residenza', 'permessi-ztl', 'tessera-elettorale', 'certificati'],
  },
  {
    slug: 'documenti-persi',
    title: { it: 'Ho perso i documenti', en: 'I lost my papers' },
    hint: { it: 'Denuncia, ricerca, carta nuova', en: 'Report, search, new card' },
    intro: {
      it: 'Prima la denuncia ai Carabinieri o alla Polizia: serve per avere una carta nuova. Poi guarda se qualcuno li ha trovati.',
      en: 'First report it to the Carabinieri or the Police: you need that for a new card. Then see whether somebody found them.',
    },
    services: ['oggetti-smarriti', 'carta-identita-urgente', 'carta-identita', 'tessera-elettorale'],
  },
  {
    slug: 'lutto',
    title: { it: 'È morto un familiare', en: 'A relative has died' },
    hint: { it: 'Dichiarazione, certificati, aiuto', en: 'Report, certificates, help' },
    intro: {
      it: 'La dichiarazione si fa entro 24 ore, di solito per mezzo dell’impresa funebre. Per tutto il resto puoi parlare con noi.',
      en: 'The report is due within 24 hours, usually through the undertaker. About everything else you can talk to us.',
    },
    services: ['denuncia-morte', 'certificati', 'servizi-sociali'],
  },
  {
    slug: 'matrimonio',
    title: { it: 'Ci sposiamo', en: 'We are getting married' },
    hint: { it: 'Pubblicazioni, data, residenza', en: 'Banns, day, residence' },
    intro: {
      it: 'Comincia dall’appuntamento con lo stato civile: la data dipende dalle pubblicazioni.',
      en: 'Begin with an appointment at the civil status office: the day depends on the banns.',
    },
    services: ['matrimonio', 'certificati', 'residenza'],
  },
  {
    slug: 'maggiorenni',
    title: { it: 'Compio 18 anni', en: 'I am turning 18' },
    hint: { it: 'Carta, voto, studio, lavoro', en: 'Card, voting, study, work' },
    intro: {
      it: 'La tessera elettorale arriva a casa. Guarda se la carta d’identità vale ancora.',
      en: 'The polling card comes to your home. See whether your identity card is still valid.',
    },
    services: ['carta-identita', 'tessera-elettorale', 'informagiovani'],
  },
  {
    slug: 'disabilita',
    title: { it: 'Vivo con una disabilità', en: 'I live with a disability' },
    hint: { it: 'Contrassegno, sostegno, permessi', en: 'Badge, support, permits' },
    intro: {
      it: 'Per il contrassegno serve il certificato dell’AUSL. I servizi sociali ti aiutano a capire che cosa ti spetta.',
      en: 'The badge needs the certificate of the AUSL. Social services help you find out what you are entitled to.',
    },
    services: ['contrassegno-disabili', 'servizi-sociali', 'permessi-ztl'],
  },
  {
    slug: 'nuovi-a-modena',
    title: { it: 'Sono nuovo in città', en: 'I am new in town' },
    hint: { it: 'Residenza, documenti, aiuto', en: 'Residence, papers, help' },
    intro: {
      it: 'Comincia dalla residenza: apre la porta a quasi tutto il resto.',
      en: 'Begin with residence: it opens the door to almost everything else.',
    },
    services: ['residenza', 'carta-identita', 'digitale-facile', 'informagiovani'],
  },
]
