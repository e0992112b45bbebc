import type { SampleService } from '../shapes.ts'

export const URP_SERVICES: readonly SampleService[] = [
  {
    slug: 'urp',
    office: 'urp',
    it: {
      title: 'URP – Informazioni e orientamento',
      summary: 'Una persona ti ascolta e ti dice dove andare, che cosa serve e come si fa.',
      whoCanAsk: 'Tutti.',
      whatToBring: [],
      howTo:
        'Chiama in video da qui. L’operatore dà informazioni, aiuta con le prenotazioni e raccoglie le segnalazioni. Non dire ad alta voce dati che non servono.',
      cost: 'È gratuito.',
      time: 'Rispondiamo appena un operatore è libero.',
      where: 'Da questo totem, oppure in Piazza Grande 17. Telefono 059 20312.',
    },
    en: {
      title: 'URP – Information and guidance',
      summary: 'A person listens and tells you where to go, what to bring and how it is done.',
      whoCanAsk: 'Everyone.',
      whatToBring: [],
      howTo:
        'Make a video call from here. The operator gives information, helps with bookings and takes reports. Do not say out loud what is not needed.',
      cost: 'It is free.',
      time: 'We answer as soon as an operator is free.',
      where: 'From this totem, or in Piazza Grande 17. Phone 059 20312.',
    },
    source: 'comune.modena.it/salastampa (aprile 2011); modenatoday.it (maggio 2022)',
    reviewedAt: '2022-05-01',
  },
]
