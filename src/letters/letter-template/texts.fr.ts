import type { LetterTexts } from './letter-texts.ts'

/** The letter's own words in French, for voters of municipalities with language facilities. */
export const textsFr: LetterTexts = {
  whereAndWhen: 'Où et quand voter ?',
  where: 'Où',
  when: 'Quand',
  bureau: 'Bureau de vote',
  hours: (opens, closes) => `de ${hour(opens)} à ${hour(closes)}`,
  bring: 'Apportez cette lettre et votre carte d’identité.',
  yourDetails: 'Vos données',
  listNumber: 'Votre numéro sur la liste des électeurs',
  name: 'Nom',
  listAddress: 'Résidence principale sur la liste des électeurs',
  youElect: 'Vous élisez',
  seats: (name, seats) => `${name} (${seats} membres)`,
  goodToKnow: 'Bon à savoir',
  qrTitle: 'Votre lettre sur votre téléphone',
  qrCaption: 'Scannez le code pour votre lettre numérique et le chemin vers votre bureau de vote.',
  qrAlternative: (website) =>
    `Code QR : ouvre votre lettre électorale numérique. Sans appareil photo, consultez ${website}.`,
  seeBack: 'Plus d’informations au verso.',
  armsAlternative: (name) => `Armoiries de ${name}`,
  practical: 'En pratique',
  duplicateDesk: 'Lettre perdue ? Retirez un duplicata ici',
  questions: 'Des questions ?',
  access: 'Accessibilité',
  statutory: 'Ce que dit la loi',
  source: 'Source',
  page: (page) => `Page ${page} sur 2`,
}

function hour(time: string): string {
  const [hours, minutes] = time.split(':')
  return minutes === '00' ? `${Number(hours)} h` : `${Number(hours)} h ${minutes}`
}
