import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  signIn: 'Anmelden',
  again: 'Noch einmal versuchen',
  withoutThisPage:
    'Klappt es nicht? Ihr Wahlschreiben auf Papier gilt auch. Haben Sie kein Schreiben bekommen, dann bitten Sie Ihre Gemeinde um ein Duplikat.',
  signedOut: {
    title: 'Sie sind abgemeldet',
    text: 'Ihre Daten sind nicht mehr auf diesem Gerät. Schließen Sie das Fenster, wenn Sie dieses Gerät mit jemandem teilen.',
  },
  trouble: {
    cancelled: {
      title: 'Sie sind nicht angemeldet',
      text: 'Sie haben die Anmeldung abgebrochen.',
    },
    'not-accepted': {
      title: 'Die Anmeldung ist nicht gelungen',
      text: 'Wir konnten nicht prüfen, wer Sie sind. Vielleicht hat die Anmeldung zu lange gedauert, oder die Seite war noch von früher geöffnet.',
    },
    'not-fresh': {
      title: 'Melden Sie sich erneut an',
      text: 'Der Anmeldedienst konnte nicht bestätigen, dass Sie sich gerade angemeldet haben.',
    },
    'other-level': {
      title: 'Melden Sie sich auf eine andere Weise an',
      text: 'Die Weise, auf die Sie sich angemeldet haben, reicht hier nicht aus. Versuchen Sie es erneut und wählen Sie eine andere, zum Beispiel itsme oder Ihren elektronischen Personalausweis (eID).',
    },
    'not-reached': {
      title: 'Die Anmeldung ist im Moment nicht möglich',
      text: 'Der Anmeldedienst antwortet nicht. Versuchen Sie es in einigen Minuten noch einmal.',
    },
    'too-many': {
      title: 'Einen Moment Geduld',
      text: 'Gerade melden sich viele Menschen gleichzeitig an. Versuchen Sie es in einer Minute noch einmal.',
    },
    'not-set-up': {
      title: 'Hier können Sie sich nicht anmelden',
      text: 'Ihre Gemeinde benutzt diese Seiten noch nicht. Sie finden Ihr Wahlschreiben in Ihrer e-Box.',
    },
  },
}
