import type { LetterTexts } from './letter-texts.ts'

/** The letter's own words in Dutch. What the law or a municipality says comes in as facts. */
export const textsNl: LetterTexts = {
  invitation: (date) => `Je bent uitgenodigd om te stemmen op ${date}.`,
  convocation: (date) => `Je bent opgeroepen om te stemmen op ${date}.`,
  whereAndWhen: 'Waar en wanneer stem je?',
  where: 'Waar',
  when: 'Wanneer',
  bureau: (bureau) => `Stembureau ${bureau}`,
  hours: (opens, closes) => `van ${hour(opens)} tot\u00a0${hour(closes)}\u00a0uur`,
  bringTitle: 'Breng mee',
  bring: ['deze brief', 'je identiteitskaart'],
  yourDetails: 'Je gegevens',
  listNumber: 'Je nummer op de lijst',
  name: 'Naam',
  listAddress: 'Hoofdverblijfplaats op de kiezerslijst',
  youElect: 'Je kiest',
  seats: (name, seats) => `${name} (${seats} leden)`,
  goodToKnow: 'Goed om te weten',
  qrCaption: 'Scan de code voor je digitale brief en de weg naar je stembureau.',
  qrAlternative: (website) =>
    `QR-code: opent je digitale kiesbrief. Zonder camera vind je alles op ${website}.`,
  seeBack: 'Meer informatie staat op de achterkant.',
  armsAlternative: (name) => `Wapenschild van ${name}`,
  practical: 'Praktisch',
  duplicateDesk: 'Hier haal je je brief of een duplicaat af',
  questions: 'Vragen?',
  practicalInfo: 'Bericht van je gemeente',
  access: 'Toegankelijkheid',
  stepFree: 'Zonder trappen bereikbaar.',
  statutory: 'Wat de wet zegt',
  source: 'Bron',
  page: (page) => `Bladzijde ${page} van 2`,
  subject: ({ legalName, date, election, replaced, duplicate }) =>
    `${duplicate ? 'Duplicaat: je' : 'Je'} ${replaced ? 'verbeterde ' : ''}${legalName} voor ${date}: ${election}${replaced ? `. Vervangt de brief van ${replaced.day}${replaced.orBefore ? ' of vroeger' : ''}` : ''}`,
}

function hour(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`
}
