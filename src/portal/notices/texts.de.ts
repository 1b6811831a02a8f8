import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  notChecked: ' (noch nicht juristisch geprüft)',
  choose: 'Wählen Sie Ihre Gemeinde:',
  none: 'Noch benutzt keine Gemeinde diese Seiten.',
  accessibility: {
    title: 'Barrierefreiheit',
    pageTitle: (municipality) => `Barrierefreiheit: ${municipality}`,
    lead: (law) =>
      `Die Gemeinde möchte, dass jeder diese Seiten benutzen kann. Auch das Gesetz verlangt es: ${law}. Diese Erklärung zur Barrierefreiheit gilt für die Seiten mit Ihrem digitalen Wahlschreiben auf`,
    status: 'Erfüllen die Seiten die Norm?',
    statuses: {
      full: (norm) => `Ja. Diese Seiten erfüllen ${norm} vollständig.`,
      partial: (norm) =>
        `Diese Seiten erfüllen ${norm} teilweise. Unten steht, was noch nicht in Ordnung ist.`,
      none: (norm) => `Nein. Diese Seiten erfüllen ${norm} nicht.`,
    },
    notAssessed: (norm) =>
      `Diese Seiten wurden nach ${norm} gemacht. Die Gemeinde hat noch nicht prüfen lassen, ob sie die Norm ganz erfüllen.`,
    limits: 'Was noch nicht in Ordnung ist',
    noLimits: 'Die Gemeinde kennt keine Teile, die nicht in Ordnung sind.',
    otherWays: 'Andere Wege, Ihr Schreiben zu lesen',
    others: [
      'Ihr Schreiben gibt es als Webseite, als PDF, das ein Vorleseprogramm vorlesen kann, und in großer Schrift.',
      'Sie bekommen auch immer ein Schreiben auf Papier.',
      'Klappt es nicht? Rufen Sie die Gemeinde an oder schreiben Sie ihr eine E-Mail: Sie sagt Ihnen, wo und wann Sie wählen.',
    ],
    about: 'Über diese Erklärung',
    written: (day) => `Diese Erklärung wurde am ${day} erstellt.`,
    assessed: {
      self: (day) => `Die Gemeinde hat die Seiten selbst beurteilt, am ${day}.`,
      others: (day) => `Jemand von außerhalb der Gemeinde hat die Seiten beurteilt, am ${day}.`,
    },
    form: (form) => `Diese Erklärung folgt dem Muster ${form}.`,
    feedback: 'Ist Ihnen etwas aufgefallen?',
    feedbackText:
      'Ist etwas nicht zugänglich, oder brauchen Sie Informationen in einer anderen Form? Sagen Sie es uns:',
    complaint: 'Nicht zufrieden mit der Antwort?',
    complaintText: (where) =>
      `Dann beschweren Sie sich zuerst bei der Gemeinde. Hilft das nicht, dann können Sie sich wenden an ${where}.`,
  },
  privacy: {
    title: 'Datenschutz',
    pageTitle: (municipality) => `Was ${municipality} mit Ihren Daten macht`,
    lead: (law) =>
      `Hier geht es um Ihr digitales Wahlschreiben. Die Gemeinde muss Ihnen das sagen, nach ${law}.`,
    who: 'Wer verantwortlich ist',
    controller: (controller, municipality) => `${controller} von ${municipality}.`,
    officer: 'Fragen zu Ihren Daten? Schreiben Sie dem Datenschutzbeauftragten:',
    noOfficer:
      'Fragen zu Ihren Daten? Wenden Sie sich an den Dienst oben. Wer der Datenschutzbeauftragte ist, steht hier noch nicht.',
    what: 'Welche Daten, und woher',
    data: [
      'Ihr Name, Ihre Adresse, Ihre Nationalregisternummer, Ihr Geburtsdatum und Ihre Staatsangehörigkeit, Ihre Nummer in der Wählerliste und Ihr Wahlbüro. Sie kommen aus der Wählerliste, die aus dem Nationalregister erstellt wird.',
      'Ihre Sprache, wenn Sie um ein Schreiben in einer anderen Sprache gebeten haben.',
      'Wann Ihr Schreiben verschickt wurde, ob es ankam, und ob Sie um ein Duplikat gebeten haben.',
      'Wer Ihre Daten geöffnet hat, und warum. Auch wenn Sie es selbst waren.',
    ],
    protected:
      'Ihre Nationalregisternummer ist verschlüsselt. Sie steht nie in einer Adresse, einem Protokoll oder einem Cookie.',
    why: 'Warum',
    whyText: (basis) =>
      `Um Ihnen ein Wahlschreiben zu schicken, und um Ihnen zu zeigen, wo und wann Sie wählen. Die Grundlage ist ${basis}. Nichts über Sie wird von einem Computer allein entschieden.`,
    recipients: 'Wer sie bekommt',
    recipientList: [
      'Ihre e-Box, wenn Sie eine haben, um das Schreiben zuzustellen.',
      'Wer die Schreiben auf Papier druckt und zustellt.',
      'Der Anmeldedienst der Behörden, wenn Sie sich anmelden. Er weiß dann, dass Sie hier waren.',
      'Der Vorsitzende Ihres Wahlbüros: die Wählerliste.',
      'Wer diese Seiten für die Gemeinde betreibt, und nur dafür.',
    ],
    mail: 'E-Mail, wenn Sie darum gebeten haben',
    mailText: (basis) =>
      `Sie können um E-Mails zu Ihrem Schreiben bitten. Dann bewahren wir Ihre E-Mail-Adresse (verschlüsselt) und die Sprache der E-Mails auf, bis die Wahl vorbei ist. Die Grundlage ist ${basis}. Abstellen geht immer: mit dem Link in jeder E-Mail oder nach der Anmeldung. Wer unsere E-Mails verschickt, erhält Ihre E-Mail-Adresse und sonst nichts über Sie.`,
    howLong: 'Wie lange',
    howLongText: 'Das ist je nach Wahl verschieden. Danach werden sie gelöscht.',
    noElection: 'Zurzeit gibt es keine Wahl, deren Schreiben verschickt wurden.',
    until: (data, until, article) => `${data}: ${until}${article}.`,
    retention: {
      'fps-data': { data: 'Die Wählerliste', until: 'bis zum Tag nach der Gültigerklärung der Wahl' },
      'bureau-copy': {
        data: 'Die Liste im Wahlbüro',
        until: 'bis zur Gültigerklärung oder Aufhebung der Wahl',
      },
      'honour-declarations': {
        data: 'Ehrenwörtliche Erklärungen zu einer Vollmacht',
        until: 'bis sechs Monate nach der Wahl',
      },
      'voters-list': {
        data: 'Die Wählerliste',
        until: 'bis zur Gültigerklärung der Wahl, oder bis zum Ende eines Einspruchs',
      },
      'digital-letter': {
        data: 'Ihr digitales Schreiben',
        until: 'mindestens bis 90 Tage nach der Wahl',
      },
    },
    bureaus: {
      title: 'Wenn Sie in einem Büro sitzen',
      text: 'Die Gemeinde muss Büros zusammenstellen. Sitzen Sie in einem Wahl- oder Zählbüro oder hat sie Sie dafür einberufen, dann bewahrt sie auch dies auf:',
      data: [
        'Ihr Name, Ihre Adresse, Ihr Geburtsdatum und Ihre Nationalregisternummer, aus der Wählerliste oder von der Person, die Sie genannt hat. Ihre Nationalregisternummer ist verschlüsselt.',
        'Für welches Büro Sie einberufen sind, wann dieses Schreiben ankam, und was Sie geantwortet haben.',
        'Ihre Telefonnummer, und Ihre E-Mail-Adresse und Kontonummer, wenn Sie sie angegeben haben: verschlüsselt.',
        'Warum Sie nicht kommen können, wenn Sie es gemeldet haben. Einen Nachweis kann nur öffnen, wer darüber entscheidet: niemand bei der Gemeinde.',
        'Für welche Schulung Sie sich angemeldet haben, und ob Sie dabei waren.',
        'Ob Sie da waren, und ob Sie bezahlt wurden.',
      ],
      recipients:
        'Wer entscheidet, wer in einem Büro sitzt (das Friedensgericht oder ein Hauptwahlvorstand), sieht die Personen seiner Büros. Wer Ihre Entschädigung zahlt, erhält, was dafür nötig ist.',
      howLong: 'Wie lange, je nach Wahl:',
      retention: {
        'bureau-lists': {
          data: 'Wer einberufen werden kann',
          until: 'bis zwei Tage nach der Gültigerklärung der Wahl',
        },
        'bureau-composition': {
          data: 'Die Liste, wer in welchem Büro sitzt',
          until: 'mindestens bis zum Tag nach der Wahl',
        },
        'bureau-payment': {
          data: 'Was nötig ist, um Sie zu bezahlen',
          until: 'bis zwölf Monate nach der Wahl',
        },
        'bureau-service': {
          data: 'Wie oft Sie in einem Vorstand saßen, als Auszug aus dem Bevölkerungsregister',
          until: 'dreizehn Jahre nach der Wahl',
        },
        'bureau-evidence': {
          data: 'Ihre Einberufung, Ihre Entschuldigung mit Nachweis, und ob Sie da waren',
          until: 'mindestens bis sechs Monate nach der Wahl',
        },
      },
    },
    rights: 'Ihre Rechte',
    rightsText:
      'Sie dürfen fragen, welche Daten die Gemeinde über Sie hat und wer sie geöffnet hat, und sie berichtigen lassen, wenn sie falsch sind. Löschen lassen oder widersprechen geht nicht, solange das Gesetz die Gemeinde verpflichtet, Ihnen ein Schreiben zu schicken.',
    complaint: (authority) =>
      `Finden Sie, dass etwas nicht richtig läuft? Dann können Sie sich beschweren bei ${authority}.`,
    device: 'Was auf Ihrem Gerät steht',
    deviceText: 'Keine Cookies, um Ihnen zu folgen, und nichts von anderen Firmen. Aber:',
    cookies: {
      session: 'dass Sie angemeldet sind, bis Sie sich abmelden oder Ihren Browser schließen',
      framedSession: 'dasselbe, auf der Website von jemand anderem, die diese Seiten zeigt',
      app: 'dass eine App diese Seiten zeigt, bis Sie die App schließen, höchstens so lange, wie Sie angemeldet bleiben',
      login: 'dass Sie sich gerade anmelden, einige Minuten',
      chair: 'dass dies das Telefon der Person ist, die einem Büro vorsitzt, bis zum Mittag nach dem Wahltag',
      copyOwner: 'wem der Bildschirm für das Wahlbüro auf diesem Gerät gehört, bis die Wahl vorbei ist',
      keptForm:
        'was Sie gesendet haben, als Sie nicht mehr angemeldet waren, verschlüsselt, bis Sie wieder angemeldet sind, höchstens eine halbe Stunde',
      language: 'in welcher Sprache Sie diese Seiten lesen, ein Jahr, wenn Sie eine gewählt haben',
      notKept:
        'dass der Bildschirm für das Wahlbüro nicht auf diesem Gerät stehen darf, ein Jahr, wenn Sie ihn gelöscht haben',
      browser:
        'dass sich jemand mit diesem Browser schon einmal angemeldet hat, ein halbes Jahr: eine Zahl, die nicht sagt, wer',
    },
    kept: [
      'Wer in Ihrem Büro sitzt und was Sie dort notiert haben: nur auf dem Telefon der vorsitzenden Person, bis zum Mittag nach dem Wahltag.',
      'Der Bildschirm für das Wahlbüro, wenn Sie ihn geöffnet haben: bis Sie sich abmelden, ihn löschen, oder die Wahl vorbei ist.',
      'Die Seite, die prüft, ob ein Schreiben echt ist. Es steht nichts über Sie darin.',
    ],
  },
  contact: { phone: 'Telefonnummer', email: 'E-Mail-Adresse' },
}
