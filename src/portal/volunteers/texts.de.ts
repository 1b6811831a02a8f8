import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  start: {
    title: 'Möchten Sie bei den Wahlen helfen?',
    text: 'Ihre Gemeinde sucht Personen, die in einem Wahlbüro oder Zählbüro sitzen möchten.',
  },
  title: 'In einem Wahlbüro oder Zählbüro sitzen',
  lead: 'Möchten Sie am Wahltag helfen? Füllen Sie dieses Formular aus. Die Gemeinde prüft, ob Sie in einem Büro sitzen dürfen, und teilt es Ihnen mit.',
  order:
    'Das Gesetz sagt, wer zuerst einberufen wird. Freiwillige kommen an die Reihe, wenn dann noch jemand fehlt.',
  closed: {
    title: 'Keine Freiwilligen gesucht',
    text: 'Ihre Gemeinde sucht zurzeit keine Freiwilligen für diese Wahl. Möchten Sie trotzdem helfen? Fragen Sie Ihre Gemeinde.',
  },
  who: 'Wer sind Sie?',
  lastName: 'Familienname',
  firstNames: 'Vornamen',
  birthDate: 'Geburtsdatum',
  birthDateHint: 'Zum Beispiel 27 3 1985',
  dateParts: ['Tag', 'Monat', 'Jahr'],
  nationalNumber: 'Nationalregisternummer',
  nationalNumberHint:
    'Die elf Ziffern auf Ihrem Personalausweis. Sie dienen nur dazu, zu prüfen, ob Sie in einem Büro sitzen dürfen.',
  reach: 'Wie erreichen wir Sie?',
  email: 'E-Mail-Adresse',
  emailHint: 'Wir senden Ihnen eine E-Mail mit einem Link. Damit bestätigen Sie Ihr Angebot.',
  emailHintNoMail: 'Kann leer bleiben.',
  phone: 'Telefonnummer',
  phoneHint:
    'Geben Sie keine E-Mail-Adresse an? Dann ruft die Gemeinde Sie an, um Ihr Angebot zu bestätigen.',
  what: 'Was möchten Sie tun?',
  functions: 'Wählen Sie, was Sie tun möchten',
  functionsHint: 'Sie können mehr als eine Antwort wählen.',
  functionNames: {
    POLLING_MEMBER: 'Beisitzer in einem Wahlbüro: Wähler empfangen',
    COUNTING_MEMBER: 'Beisitzer in einem Zählbüro: Stimmen zählen',
    CHAIR: 'Vorsitzender',
    RESERVE: 'Reserve: einspringen, wo jemand fehlt',
  },
  wish: 'Wo sitzen Sie am liebsten? (kann leer bleiben)',
  wishHint: 'Ein Viertel, eine Schule oder ein Dorf. Die Gemeinde sieht nach, ob es möglich ist.',
  satBefore: 'Haben Sie schon einmal in einem Büro gesessen?',
  yes: 'Ja',
  no: 'Nein',
  training: 'Wann können Sie zu einer Schulung kommen? (kann leer bleiben)',
  trainingTimes: { DAY: 'Tagsüber in der Woche', EVENING: 'Abends in der Woche', WEEKEND: 'Am Wochenende' },
  used: 'Was machen wir mit Ihren Daten?',
  usedText:
    'Die Gemeinde nutzt sie nur, um die Büros dieser Wahl zusammenzustellen. Ihre Nationalregisternummer und wie wir Sie erreichen, bewahren wir verschlüsselt auf.',
  kept: (until) =>
    `Wir bewahren Ihr Angebot nicht länger auf als die Listen dieser Wahl (${until}). Bestätigen Sie es nicht, dann löschen wir es nach einigen Tagen.`,
  keptUntil: (days) => `${days} Tage, nachdem die Wahl für gültig erklärt wurde`,
  send: 'Mein Angebot senden',
  faults: {
    nationalNumber: 'Prüfen Sie Ihre Nationalregisternummer: Sie hat elf Ziffern.',
    lastName: 'Schreiben Sie Ihren Familiennamen.',
    birthDate: 'Schreiben Sie Ihr Geburtsdatum: Tag, Monat und Jahr.',
    email: 'Schreiben Sie eine vollständige E-Mail-Adresse, wie name@beispiel.be.',
    phone: 'Prüfen Sie Ihre Telefonnummer.',
    reach: 'Geben Sie eine E-Mail-Adresse oder eine Telefonnummer an.',
    reachPhone: 'Geben Sie eine Telefonnummer an.',
    wish: 'Schreiben Sie hier keine Nationalregisternummer.',
    functions: 'Wählen Sie, was Sie tun möchten.',
    satBefore: 'Wählen Sie Ja oder Nein.',
  },
  tooMany:
    'Von dieser Adresse kamen zu viele Formulare. Warten Sie eine Minute und senden Sie es noch einmal.',
  elsewhere: 'Dieses Formular kam nicht von unserer Seite. Prüfen Sie es und senden Sie es noch einmal.',
  sent: {
    title: 'Wir haben Ihr Formular erhalten',
    mail: 'Haben Sie eine E-Mail-Adresse angegeben? Öffnen Sie die E-Mail von uns und bestätigen Sie Ihr Angebot mit dem Link. Ohne diese Bestätigung zählt es nicht.',
    phone: 'Haben Sie keine E-Mail-Adresse angegeben? Dann ruft die Gemeinde Sie an.',
    nothing:
      'Nach einer Stunde nichts erhalten? Sehen Sie im Spam-Ordner nach oder fragen Sie Ihre Gemeinde.',
  },
  confirm: {
    title: 'Bestätigen Sie Ihr Angebot',
    text: 'Mit diesem Knopf bestätigen Sie, dass Sie sich als Freiwilliger für die Wahlen angeboten haben.',
    button: 'Ja, das ist mein Angebot',
    done: 'Ihr Angebot ist bestätigt',
    doneText:
      'Die Gemeinde prüft, ob Sie in einem Büro sitzen dürfen. Sie erhalten eine E-Mail. Sie können dieses Fenster schließen.',
    gone: 'Dieser Link funktioniert nicht mehr',
    goneText:
      'Vielleicht haben Sie ihn schon benutzt, oder er ist zu alt. Füllen Sie das Formular noch einmal aus, wenn Sie noch helfen möchten.',
  },
  offer: {
    title: 'Ihr Angebot als Freiwilliger',
    states: {
      NEW: 'Ihr Angebot ist noch nicht bestätigt.',
      CONFIRMED: 'Ihr Angebot ist bestätigt. Die Gemeinde prüft es noch.',
      ACCEPTED:
        'Die Gemeinde nimmt Ihr Angebot an. Wird jemand gebraucht, dann schlägt sie Sie vor und Sie erhalten einen Brief.',
      REFUSED: 'Die Gemeinde nimmt Ihr Angebot nicht an.',
      WITHDRAWN: 'Sie haben Ihr Angebot zurückgezogen. Ihre Kontaktdaten sind gelöscht.',
    },
    reason: 'Warum:',
    withdrawText:
      'Möchten Sie doch nicht mehr? Dann ziehen Sie Ihr Angebot zurück und wir löschen Ihre Kontaktdaten. Haben Sie schon eine Einberufung erhalten? Dann gilt sie weiter.',
    button: 'Mein Angebot zurückziehen',
    gone: 'Dieser Link funktioniert nicht mehr',
    goneText: 'Vielleicht ist Ihr Angebot schon gelöscht.',
  },
  mail: {
    hello: 'Guten Tag,',
    confirm: {
      subject: 'Bestätigen Sie Ihr Angebot als Freiwilliger',
      lines: [
        'Jemand hat diese E-Mail-Adresse angegeben, um bei den Wahlen zu helfen. Waren Sie das? Öffnen Sie diesen Link, auf irgendeinem Gerät:',
      ],
      until: (moment) => `Der Link funktioniert einmal, bis ${moment}.`,
      after: 'Waren Sie das nicht? Ziehen Sie das Angebot hier zurück:',
    },
    accepted: {
      subject: 'Ihr Angebot als Freiwilliger ist angenommen',
      lines: [
        'Die Gemeinde nimmt Ihr Angebot an, bei den Wahlen zu helfen. Wird jemand gebraucht, dann erhalten Sie einen Brief mit Ort und Zeit.',
      ],
      after: 'Sehen Sie hier nach, wie es steht, oder ziehen Sie Ihr Angebot zurück:',
    },
    refused: {
      subject: 'Ihr Angebot als Freiwilliger',
      lines: ['Die Gemeinde hat Ihr Angebot, bei den Wahlen zu helfen, geprüft und nimmt es nicht an.'],
      after: 'Lesen Sie hier, warum:',
    },
  },
}
