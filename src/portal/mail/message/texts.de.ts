import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  from: 'Digitales Wahlschreiben',
  hello: 'Guten Tag,',
  whyYou:
    'Sie bekommen diese E-Mail, weil Sie selbst darum gebeten haben. Keine E-Mails mehr? Stellen Sie sie hier ab, ohne sich anzumelden:',
  neverAsk:
    'Wir fragen in einer E-Mail nie nach Ihren Daten oder einem Code. Antworten auf diese E-Mail lesen wir nicht.',
  confirm: {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    lines: [
      'Jemand hat diese E-Mail-Adresse angegeben, um E-Mails zu einem Wahlschreiben zu bekommen. Waren Sie das? Dann öffnen Sie diesen Link, auf einem beliebigen Gerät:',
    ],
    until: (moment) => `Der Link gilt einmal, bis ${moment} Uhr.`,
    notMe:
      'Waren Sie das nicht? Dann brauchen Sie nichts zu tun: Sie bekommen keine weiteren E-Mails. Mit diesem Link sorgen Sie dafür, dass niemand mehr Ihre Adresse angeben kann:',
  },
  letter: {
    subject: 'Ein Wahlschreiben liegt für Sie bereit',
    lines: [
      'Für Sie liegt ein Wahlschreiben bereit. Darin lesen Sie, wo und wann Sie wählen. Melden Sie sich an, um es zu lesen:',
    ],
    after: 'Sie finden es auch in Ihrer e-Box, wenn Sie diese benutzen.',
  },
  'new-letter': {
    subject: 'Ein neues Wahlschreiben liegt für Sie bereit',
    lines: [
      'Ihr Wahlschreiben hat sich geändert: Das vorige gilt nicht mehr. Melden Sie sich an, um zu lesen, wo und wann Sie wählen:',
    ],
    after: 'Das neue finden Sie auch in Ihrer e-Box, wenn Sie diese benutzen.',
  },
  reminder: {
    subject: 'Ihr Wahlschreiben: noch nicht geöffnet',
    lines: [
      'Bald ist eine Wahl, und Sie haben Ihr Wahlschreiben hier noch nicht geöffnet. Melden Sie sich an, um zu lesen, wo und wann Sie wählen:',
    ],
    after: 'Haben Sie es schon in Ihrer e-Box oder auf Papier gelesen? Dann brauchen Sie nichts zu tun.',
  },
}
