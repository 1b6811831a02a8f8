import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  product: 'Digitales Wahlschreiben',
  skip: 'Zum Inhalt',
  practiceLabel: 'Übungsumgebung',
  practice: 'Übungsumgebung: Alles auf dieser Seite ist erfunden.',
  wrong: (title) => `Fehler: ${title}`,
  error: 'Fehler',
  notRightYet: 'Hier stimmt noch etwas nicht',
  languages: 'Sprache',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  myData: 'Meine Daten',
  session: {
    label: 'Anmeldung',
    until: (hour: string) => `Wenn Sie nichts tun, werden Sie um ${hour} Uhr abgemeldet.`,
    stay: 'Angemeldet bleiben',
    warning:
      'Noch # Min., dann werden Sie abgemeldet. Wählen Sie „Angemeldet bleiben“, wenn Sie mehr Zeit brauchen.',
    last: 'Noch # Min., dann müssen Sie sich neu anmelden. Was Sie danach noch senden, bewahren wir auf, bis Sie wieder angemeldet sind.',
    ended: 'Sie sind abgemeldet. Was Sie noch senden, bewahren wir auf, bis Sie wieder angemeldet sind.',
    again: 'Neu anmelden',
  },
  kept: {
    title: 'Noch nicht gesendet',
    text: 'Sie mussten sich neu anmelden. Was Sie eingetragen haben, ist noch da. Prüfen Sie es und senden Sie es noch einmal.',
  },
  footer: {
    privacy: 'Datenschutz',
    accessibility: 'Barrierefreiheit',
    letterCheck: 'Ist mein Brief echt?',
    openData: 'Offene Daten',
  },
  start: {
    title: 'Ihr Wahlschreiben',
    text: 'Melden Sie sich an und lesen Sie, wo und wann Sie wählen.',
    beside:
      'Der digitale Brief ergänzt den Brief auf Papier. Sie finden ihn auch in Ihrer e-Box und in Mijn Burgerprofiel.',
    questions: 'Fragen?',
    ask: 'Wenden Sie sich an Ihre Gemeinde. Die Kontaktdaten stehen auf Ihrem Brief.',
  },
  notThere: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht wurde die Adresse nicht vollständig übernommen, oder die Seite besteht nicht mehr.',
    back: 'Zum Anfang',
  },
  failed: {
    title: 'Etwas ist schiefgegangen',
    kept: 'Das liegt nicht an dem, was gefragt oder ausgefüllt wurde. Was schon gespeichert war, ist noch gespeichert.',
    later: 'Versuchen Sie es in einigen Minuten noch einmal.',
    help: 'Klappt es dann noch nicht und bitten Sie um Hilfe? Nennen Sie dann diesen Code:',
  },
  notMine: {
    title: 'Diese Seite gibt es nicht',
    text: 'Hier steht nichts für Sie. Vielleicht ist die Adresse nicht vollständig.',
    back: 'Zu meinen Wahlen',
  },
}
