import type { LetterTexts } from './letter-texts.ts'

/** The letter's own words in Dutch. What the law or a municipality says comes in as facts. */
export const textsNl: LetterTexts = {
  whereAndWhen: 'Waar en wanneer stem je?',
  where: 'Waar',
  when: 'Wanneer',
  bureau: 'Stembureau',
  hours: (opens, closes) => `van ${hour(opens)} tot ${hour(closes)} uur`,
  bring: 'Breng mee: deze brief en je identiteitskaart.',
  yourDetails: 'Je gegevens',
  listNumber: 'Je nummer op de kiezerslijst',
  name: 'Naam',
  listAddress: 'Hoofdverblijfplaats op de kiezerslijst',
  youElect: 'Je kiest',
  seats: (name, seats) => `${name} (${seats} leden)`,
  goodToKnow: 'Goed om te weten',
  qrTitle: 'Je brief op je telefoon',
  qrCaption: 'Scan de code voor je digitale brief en de weg naar je stembureau.',
  qrAlternative: (website) =>
    `QR-code: opent je digitale kiesbrief. Zonder camera vind je alles op ${website}.`,
  seeBack: 'Meer informatie staat op de achterkant.',
  armsAlternative: (name) => `Wapenschild van ${name}`,
  practical: 'Praktisch',
  duplicateDesk: 'Brief kwijt? Hier krijg je een duplicaat',
  questions: 'Vragen?',
  access: 'Toegankelijkheid',
  statutory: 'Wat de wet zegt',
  source: 'Bron',
  page: (page) => `Bladzijde ${page} van 2`,
}

function hour(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}.${minutes}`
}
