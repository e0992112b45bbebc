import type { SampleNotice } from './shapes.ts'

export const SAMPLE_NOTICES: readonly SampleNotice[] = [
  {
    slug: 'carte-di-carta',
    title: {
      it: 'Le carte d’identità di carta non valgono più',
      en: 'Paper identity cards are no longer valid',
    },
    text: {
      it: 'Dal 3 agosto 2026 vale solo la carta elettronica, anche se su quella di carta c’è una data più lontana.\n\nPrenota il rinnovo online, al telefono 059 2032077 o allo sportello.',
      en: 'Since 3 August 2026 only the electronic card is valid, even if a later date is printed on the paper one.\n\nBook the renewal online, by phone on 059 2032077 or at the desk.',
    },
    isImportant: true,
    from: '2026-08-03',
    source: 'sabatosera.it (22 gennaio 2026)',
    reviewedAt: '2026-01-22',
  },
  {
    slug: 'digitale-facile',
    title: { it: 'Aiuto gratis con i servizi online', en: 'Free help with online services' },
    text: {
      it: 'Nei 7 punti Digitale Facile una persona ti aiuta con SPID, CIE e moduli online. Chiedi all’URP quale è il più vicino.',
      en: 'At the 7 Digitale Facile points a person helps you with SPID, CIE and online forms. Ask the URP which is nearest.',
    },
    from: '2026-09-01',
    source: 'comune.modena.it, centri per la facilitazione digitale (pagina senza data)',
  },
  {
    slug: 'san-geminiano-2027',
    title: { it: 'Domenica 31 gennaio è San Geminiano', en: 'Sunday 31 January is San Geminiano' },
    text: {
      it: 'È la festa del patrono: gli uffici sono chiusi. Le pagine di questo totem si leggono lo stesso.',
      en: 'It is the day of the patron saint: the offices are closed. The pages of this totem can still be read.',
    },
    from: '2027-01-18',
    until: '2027-01-31',
    source: 'Dati di esempio',
  },
]
