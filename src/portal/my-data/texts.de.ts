import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'Meine Daten',
  lead: 'Hier lesen Sie, wer Ihre Daten, Ihr Wahlschreiben oder Ihre Einberufung für ein Büro angesehen hat, und wie lange wir sie aufbewahren.',
  none: {
    title: 'Wir haben zurzeit keine Daten über Sie',
    text: 'Sie stehen auf keiner Wählerliste, die hier aufbewahrt wird, und Sie haben hier kein Wahlschreiben und keine Einberufung für ein Büro. Nach einer Wahl werden die Daten gelöscht.',
  },
  log: {
    title: 'Wer Ihre Daten angesehen hat',
    lead: 'Das Neueste zuerst. Sie lesen, in welcher Rolle jemand etwas getan hat, für welche Gemeinde und warum.',
    nobody: 'Bisher hat niemand Ihre Daten oder Ihr Schreiben einzeln angesehen.',
    own: (count) => `Was Sie hier selbst getan haben (${count})`,
    why: 'Warum:',
    most: (count) => `Hier stehen höchstens die letzten ${count}.`,
    wholeLists:
      'Nicht dabei: was die Gemeinde für alle Wähler zusammen getan hat, zum Beispiel die Schreiben erstellen, verschicken und drucken, oder die Liste für das Wahlbüro. Auch nicht: wer nachgesehen hat, wer in einem Büro sitzt.',
    names:
      'Namen von Mitarbeitern stehen hier nicht. Finden Sie, dass jemand Ihre Daten ohne guten Grund angesehen hat? Bitten Sie Ihre Gemeinde um eine Erklärung:',
  },
  operator: 'Technische Verwaltung',
  program: 'Das Programm selbst',
  roles: {
    lezer: 'Mitarbeiter der Gemeinde',
    medewerker: 'Mitarbeiter für die Wahlen',
    vrijgever: 'Mitarbeiter für die Freigabe der Schreiben',
    loket: 'Mitarbeiter am Schalter',
    stembureaus: 'Mitarbeiter für die Wahlbüros',
    griffier: 'Greffier',
    magistraat: 'Friedensrichter oder Vorsitzender eines Hauptwahlvorstands',
    beheerder: 'Verwalter bei der Gemeinde',
    uitbater: 'Technische Verwaltung',
  },
  noRole: 'Mitarbeiter der Gemeinde',
  did: 'hat Ihre Daten benutzt',
  kept: {
    title: 'Was wir aufbewahren, und wie lange',
    until: (until) => `Dauer: ${until}.`,
    untilDay: (until, day) => `Dauer: ${until} (${day}).`,
    article: (article) => `Vorschrift: ${article}`,
    notChecked: 'Diese Vorschrift wurde noch nicht juristisch geprüft.',
    more: [
      [
        'Versand und Duplikate',
        'Ob Ihr Schreiben verschickt wurde und angekommen ist, und welche Duplikate es gibt: so lange wie die Wählerliste.',
      ],
      [
        'Ihre E-Mail-Adresse, wenn Sie um E-Mails gebeten haben',
        'Bis die Wahl vorbei ist, oder bis Sie die E-Mails abstellen. Wann eine E-Mail verschickt wurde: so lange wie die Wählerliste.',
      ],
      [
        'Wer Ihre Daten angesehen hat',
        'Bleibt im Protokoll der Gemeinde. Wenn die Wählerliste gelöscht ist, kann niemand mehr Ihren Namen dazu finden.',
      ],
    ],
    hold: 'Läuft ein Einspruch oder eine Untersuchung? Dann kann es länger dauern.',
  },
  rights: {
    title: 'Ihre Rechte',
    privacy: (municipality) =>
      `Lesen, was ${municipality} mit Ihren Daten macht und was Sie verlangen können`,
  },
}
