import type { LetterTexts } from './letter-texts.ts'

/** The letter's own words in French, for voters of municipalities with language facilities. */
export const textsFr: LetterTexts = {
  invitation: (date) => `Nous vous invitons à voter le ${date}.`,
  convocation: (date) => `Nous vous appelons à voter le ${date}.`,
  whereAndWhen: 'Où et quand voter ?',
  where: 'Où',
  when: 'Quand',
  bureau: (bureau) => `Bureau de vote ${bureau}`,
  hours: (opens, closes) => `de ${hour(opens)} à\u00a0${hour(closes)}`,
  bringTitle: 'À apporter',
  bring: ['cette lettre', 'votre carte d’identité'],
  yourDetails: 'Vos données',
  listNumber: 'Numéro sur la liste',
  name: 'Nom',
  listAddress: 'Résidence principale sur la liste des électeurs',
  youElect: 'Vous élisez',
  seats: (name, seats) => `${name} (${seats} membres)`,
  goodToKnow: 'Bon à savoir',
  qrCaption: 'Scannez le code pour votre lettre numérique et le chemin vers votre bureau de vote.',
  qrAlternative: (website) =>
    `Code QR : ouvre votre lettre électorale numérique. Sans appareil photo, consultez ${website}.`,
  seeBack: 'Plus d’informations au verso.',
  armsAlternative: (name) => `Armoiries de ${name}`,
  practical: 'En pratique',
  duplicateDesk: 'Retirez ici votre lettre ou un duplicata',
  questions: 'Des questions ?',
  practicalInfo: 'Message de votre commune',
  access: 'Accessibilité',
  stepFree: 'Accessible sans marches.',
  statutory: 'Ce que dit la loi',
  source: 'Source\u00a0',
  page: (page) => `Page ${page} sur 2`,
  subject: ({ legalName, date, election, replaced, duplicate }) =>
    `${duplicate ? 'Duplicata : votre' : 'Votre'} ${legalName}${replaced ? ' corrigée' : ''} pour le ${date} : ${election}${replaced ? `. Remplace la lettre du ${replaced.day}${replaced.orBefore ? ' ou d’avant' : ''}` : ''}`,
}

function hour(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? `${Number(hours)}\u00a0h` : `${Number(hours)}\u00a0h\u00a0${minutes}`
}
