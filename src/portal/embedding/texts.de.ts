import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  back: { election: 'Zurück zu dieser Wahl', elections: 'Zurück zu meinen Wahlen' },
  signIn: {
    title: 'Melden Sie sich an, um Ihr Wahlschreiben zu sehen',
    text: 'Innerhalb dieser Seite können Sie sich nicht anmelden. Das geschieht in einem neuen Fenster. Dort sehen Sie auch Ihr Wahlschreiben.',
    link: 'In einem neuen Fenster anmelden',
  },
  signedOut: 'Ihr Wahlschreiben steht nicht mehr auf dieser Seite.',
}
