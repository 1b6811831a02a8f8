import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Zeigen Sie das dem Wahlbüro',
  link: 'Das im Wahllokal zeigen',
  name: 'Name',
  listNumber: 'Nummer in der Wählerliste',
  room: 'Wahlbüro',
  code: 'Code mit der Nummer in der Wählerliste',
  fetched: (moment) => `Abgerufen am ${moment}.`,
  notOnPhone:
    'Nehmen Sie auch Ihr Schreiben auf Papier mit, oder nur Ihren Personalausweis. Es ist noch nicht bestätigt, dass dieser Bildschirm ausreicht.',
  paper: 'Wenn Sie mit einer Vollmacht wählen, brauchen Sie das Schreiben auf Papier.',
  print: 'Ihr Schreiben ausdrucken (PDF)',
  duplicate: {
    'not-received': 'Haben Sie kein Schreiben bekommen? Fragen Sie ein Duplikat an.',
    lost: 'Haben Sie kein Schreiben bekommen oder es verloren? Fragen Sie ein Duplikat an.',
  },
  over: (day) =>
    `Die Wahl vom ${day} ist vorbei. Dieser Bildschirm wird nicht mehr gebraucht und nicht mehr aufbewahrt.`,
  copy: {
    title: 'Sie sehen die Kopie auf diesem Gerät',
    text: 'Es gibt jetzt kein Netz, es ist zu langsam, oder Sie sind nicht mehr angemeldet. Seit der Kopie kann sich etwas geändert haben.',
    again: 'Den Bildschirm neu abrufen',
  },
  keeping: {
    title: 'Ohne Netz',
    kept: (day) =>
      `Dieser Bildschirm ist jetzt auf diesem Gerät. Er öffnet sich auch ohne Netz, bis einschließlich ${day}. Öffnen Sie ihn am Wahltag noch einmal, bevor Sie losgehen.`,
    shared:
      'Wer dieses Gerät benutzt, kann ihn dann auch öffnen. Teilen Sie es mit jemandem? Löschen Sie den Bildschirm, oder melden Sie sich ab.',
    wipe: 'Von diesem Gerät löschen',
    wiped: 'Der Bildschirm ist nicht mehr auf diesem Gerät. Ohne Netz öffnet er sich also nicht.',
    keep: 'Auf diesem Gerät aufbewahren',
    notInFrame:
      'Innerhalb dieser Website behält Ihr Gerät diese Ansicht nicht. Ohne Netz öffnet sie sich also nicht: Nehmen Sie Ihr Schreiben auf Papier mit.',
    failed:
      'Dieses Gerät kann den Bildschirm nicht aufbewahren. Ohne Netz öffnet er sich also nicht: Nehmen Sie Ihr Schreiben auf Papier mit.',
  },
  door: {
    title: 'Sie sind nicht mehr angemeldet',
    text: 'Ihr Bildschirm für das Wahlbüro ist noch auf diesem Gerät. Sie können ihn so zeigen. Melden Sie sich an, wenn Sie wissen möchten, ob sich inzwischen etwas geändert hat.',
    show: 'Den Bildschirm dieses Geräts zeigen',
    signIn: 'Anmelden',
    others:
      'Ist das das Gerät einer anderen Person? Melden Sie sich an: Was darauf von ihr steht, wird dann gelöscht.',
  },
  closed: {
    title: 'Dieser Bildschirm wurde gelöscht',
    text: 'Die Wahl ist vorbei. Was hier über Sie stand, ist nicht mehr auf diesem Gerät.',
  },
}
