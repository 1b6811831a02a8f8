import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Ihr Wahlschreiben wird berichtigt',
  because: {
    'taken-back':
      'Ihre Gemeinde hat Ihr voriges Schreiben zurückgezogen: Was darin stand, stimmt nicht mehr.',
    'other-room': 'Ihr voriges Schreiben nennt ein anderes Wahllokal, als jetzt gilt.',
    'not-sent': 'Ihre Gemeinde hat Ihnen noch kein Schreiben geschickt.',
  },
  onList: 'Sie stehen in der Wählerliste. Sie bekommen ein neues Schreiben.',
  now: 'Hier lesen Sie, wo und wann Sie jetzt wählen. Das ist kein Wahlschreiben und kein Duplikat.',
  bring:
    'Bringen Sie Ihren Personalausweis mit, und Ihr altes Schreiben, wenn Sie es haben. Das Wahlbüro sieht in der Wählerliste nach und entscheidet.',
  noDuplicate:
    'Von Ihrem alten Schreiben gibt es kein Duplikat. Von Ihrem neuen Schreiben gibt es eines, sobald es da ist.',
  toElection: 'Wo und wann Sie wählen',
  replaced: 'War auf diesem Gerät schon ein Bildschirm gespeichert? Dieser ersetzt ihn.',
  first: {
    title: 'Ihr Wahlschreiben kommt noch',
    onList: 'Sie stehen in der Wählerliste. Sie bekommen Ihr Schreiben später.',
    bring: 'Bringen Sie Ihren Personalausweis mit, und Ihr Schreiben, sobald Sie es haben.',
    noDuplicate: 'Es gibt noch kein Schreiben zu lesen, und deshalb kein Duplikat. Es kommt noch.',
  },
}
