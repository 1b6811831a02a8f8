import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Ist dieses Wahlschreiben echt?',
  lead: 'Der Code auf Ihrem Schreiben sagt, welche Gemeinde es erstellt hat. Er enthält keine Daten über Sie. Ihr Gerät prüft den Code selbst: Was darin steht, wird nirgendwohin geschickt.',
  noScript:
    'Ihr Browser kann den Code nicht prüfen, weil keine Skripte laufen dürfen. Nutzen Sie die Schritte unten.',
  busy: 'Wir prüfen den Code …',
  paste: {
    title: 'Ein Schreiben prüfen',
    text: 'Scannen Sie den Code auf Ihrem Schreiben mit der Kamera Ihres Handys. Oder fügen Sie hier den Text des Codes ein.',
    label: 'Text des Codes',
    button: 'Prüfen',
    empty: 'Fügen Sie den Text des Codes ein, oder scannen Sie den Code auf Ihrem Schreiben.',
  },
  answers: {
    genuine: {
      title: 'Der Code ist echt',
      text: 'Dieses Schreiben wurde von Ihrer Gemeinde erstellt und verschickt. Es steht nicht auf ihrer Liste der ersetzten oder zurückgezogenen Schreiben.',
      next: 'Jemand kann einen echten Code auf ein falsches Schreiben kleben. Vergleichen Sie darum, was auf dem Schreiben steht: Melden Sie sich an und lesen Sie Ihr Wahlschreiben hier.',
    },
    superseded: {
      title: 'Dieses Schreiben wurde ersetzt',
      text: 'Ihre Gemeinde hat dieses Schreiben erstellt und danach ein neues mit anderen Angaben verschickt.',
      next: 'Benutzen Sie das neue Schreiben. Haben Sie es nicht? Melden Sie sich an, oder fragen Sie Ihre Gemeinde danach.',
    },
    withdrawn: {
      title: 'Dieses Schreiben wurde zurückgezogen',
      text: 'Ihre Gemeinde hat dieses Schreiben erstellt, aber es gilt nicht mehr.',
      next: 'Oft folgt ein neues Schreiben, zum Beispiel wenn Ihr Wahllokal umzieht. Melden Sie sich an und lesen Sie, wo Sie wählen, oder fragen Sie Ihre Gemeinde.',
    },
    unreleased: {
      title: 'Dieses Schreiben wurde nicht verschickt',
      text: 'Ihre Gemeinde hat dieses Schreiben erstellt, aber noch nicht freigegeben. Niemand kann es schon bekommen haben.',
      next: 'Vertrauen Sie diesem Schreiben noch nicht. Fragen Sie Ihre Gemeinde.',
    },
    signed: {
      title: 'Der Code ist echt, aber nicht ganz geprüft',
      text: 'Dieses Schreiben wurde von der Gemeinde erstellt. Ob es inzwischen ersetzt oder zurückgezogen wurde, konnten wir nicht prüfen: Dafür braucht man Netz.',
      next: 'Öffnen Sie diese Seite noch einmal, wenn Sie Netz haben.',
    },
    'no-election': {
      title: 'Dieses Schreiben können wir nicht mehr prüfen',
      text: 'Der Code ist echt unterschrieben, aber von dieser Wahl gibt es hier keine Schreiben. Vielleicht ist sie schon lange vorbei.',
      next: 'Haben Sie das Schreiben gerade bekommen? Dann vertrauen Sie ihm nicht, und fragen Sie Ihre Gemeinde.',
    },
    'unknown-key': {
      title: 'Diesen Code kennen wir nicht',
      text: 'Der Code stammt nicht von einer Gemeinde, die ihre Schreiben hier erstellt.',
      next: 'Vertrauen Sie dem Schreiben erst, wenn Ihre Gemeinde es bestätigt.',
    },
    'not-genuine': {
      title: 'Dieser Code ist nicht echt',
      text: 'Der Code wurde verändert, nachdem er erstellt wurde, oder er ist nachgemacht.',
      next: 'Vertrauen Sie dem Schreiben nicht. Scannen Sie den Code erst noch einmal: Es kann auch ein Fleck oder eine Falte sein.',
    },
    unreadable: {
      title: 'Das ist kein Code eines Wahlschreibens',
      text: 'Wir konnten nicht lesen, was dort steht. Vielleicht wurde der Code nicht ganz gescannt.',
      next: 'Scannen Sie den Code noch einmal, mit dem ganzen Quadrat im Bild.',
    },
    'no-keys': {
      title: 'Wir konnten den Code nicht prüfen',
      text: 'Es gibt kein Netz, und dieses Gerät hat nicht aufbewahrt, was man zum Prüfen dieses Codes braucht.',
      next: 'Öffnen Sie diese Seite noch einmal, wenn Sie Netz haben.',
    },
    failed: {
      title: 'Ihr Browser kann den Code nicht prüfen',
      text: 'Es ist nicht gelungen. Das sagt nichts über Ihr Schreiben.',
      next: 'Benutzen Sie einen neueren Browser, oder die Schritte unten.',
    },
  },
  about: { municipality: 'Gemeinde', election: 'Wahl', day: 'Tag', issuer: 'Unternehmensnummer' },
  notes: {
    notChecked: 'Nicht geprüft seit',
    notCheckedNext:
      'Was sich danach geändert hat, wissen wir nicht. Öffnen Sie diese Seite noch einmal, wenn Sie Netz haben.',
    listOf: 'Geprüft mit der Liste vom',
    listOfNext: 'Es gibt jetzt kein Netz: Was sich danach geändert hat, wissen wir nicht.',
    playedBack:
      'Wir haben gerade eine ältere Liste von Schreiben bekommen als die auf diesem Gerät. Wir haben die neueste behalten. Passiert das noch einmal, dann sagen Sie es Ihrer Gemeinde.',
    over: 'Diese Wahl ist vorbei.',
  },
  mine: 'Mein Wahlschreiben zeigen',
  doubt: 'Zweifeln Sie noch?',
  signs: [
    'Ein echtes Wahlschreiben fragt nie nach Geld, einer PIN oder einem Passwort.',
    'Schauen Sie auf die Adresse oben in Ihrem Browser. Ein falsches Schreiben kann Sie auf eine nachgemachte Seite schicken. Suchen Sie darum selbst die Website Ihrer Gemeinde, und beginnen Sie dort.',
    'Schauen Sie, ob dasselbe Schreiben in Ihrer e-Box oder in Mijn Burgerprofiel steht.',
    'Rufen Sie Ihre Gemeinde an. Suchen Sie die Nummer selbst, und nehmen Sie nicht die auf dem Schreiben.',
  ],
  suspicious: (address) =>
    `Haben Sie eine verdächtige Nachricht oder ein falsches Schreiben bekommen? Schicken Sie ein Foto davon an ${address}, und sagen Sie Ihrer Gemeinde Bescheid.`,
  noLetter: 'Kein Schreiben zur Hand?',
  go: 'Gehen Sie trotzdem wählen, mit Ihrem Personalausweis. Das Wahlbüro kann Sie zulassen, wenn Sie in der Wählerliste stehen.',
}
