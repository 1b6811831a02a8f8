import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Meine Wahlen',
  where: 'Wo',
  bureau: (bureau) => `Wahlbüro ${bureau}`,
  when: 'Wann',
  hours: (opens, closes) => `von ${opens} bis ${closes}`,
  bring: 'Mitbringen',
  bringItems: ['Ihr Wahlschreiben', 'Ihren Personalausweis'],
  advised: {
    title: 'Empfohlene Uhrzeit',
    between: (from, until) => `zwischen ${from} und ${until}`,
    free: 'So müssen Sie weniger lange warten. Sie dürfen auch zu einer anderen Uhrzeit kommen, solange das Wahlbüro offen ist.',
    /** For a calendar. */
    inShort: (from, until) =>
      `Empfohlene Uhrzeit: zwischen ${from} und ${until}. Sie dürfen auch zu einer anderen Uhrzeit kommen.`,
  },
  listNumber: 'Ihre Nummer in der Wählerliste',
  youElect: 'Sie wählen',
  access: 'So kommen Sie hinein',
  stepFree: 'Ohne Stufen und Schwellen erreichbar',
  notStepFree: 'Es gibt eine Stufe oder eine Schwelle',
  facilities: 'Ausstattung',
  more: 'Alles über',
  openLetter: 'Ihr Wahlschreiben lesen',
  appointment: {
    link: 'In meinen Kalender eintragen',
    title: (election) => `Wählen: ${election}`,
    bring: 'Bringen Sie Ihr Wahlschreiben und Ihren Personalausweis mit.',
  },
  changed: {
    title: 'Ihr Wahlschreiben wurde berichtigt',
    text: 'Sie haben früher ein anderes Schreiben bekommen. Dieses ersetzt es: Gehen Sie in das Wahllokal, das hier steht.',
  },
  cannotGo: {
    title: 'Können Sie nicht wählen gehen?',
    text: 'Manchmal darf ein anderer Wähler für Sie wählen, mit einer Vollmacht auf einem amtlichen Formular.',
    how: 'Lesen, wann das geht und wie',
    toForm: (site) => `Zum Formular auf ${site}`,
    ask: 'Oder fragen Sie Ihre Gemeinde nach dem Formular:',
  },
  none: {
    title: 'Sie haben hier zurzeit kein Wahlschreiben',
    text: 'Das kann verschiedene Gründe haben:',
    reasons: [
      'Ihre Gemeinde hat die Schreiben noch nicht verschickt.',
      'Ihre Gemeinde benutzt diese Seiten nicht. Ihr Schreiben auf Papier gilt immer.',
      'Sie stehen nicht in der Wählerliste.',
    ],
    ask: 'Haben Sie ein Schreiben erwartet? Dann fragen Sie beim Einwohnerdienst Ihrer Gemeinde nach.',
  },
}
