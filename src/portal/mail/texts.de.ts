import type { Texts } from './texts.nl.ts'

export const de: Texts = {
  title: 'E-Mails zu Ihrem Wahlschreiben',
  link: 'Eine E-Mail zu dieser Wahl bekommen',
  lead: 'Möchten Sie eine E-Mail zu dieser Wahl bekommen? Es muss nicht sein: Ihr Schreiben auf Papier und in Ihrer e-Box bekommen Sie auch ohne E-Mail.',
  get: 'Sie bekommen nur diese E-Mails:',
  kinds: {
    letter:
      'eine E-Mail, wenn ein Schreiben für Sie bereitliegt, oder ein neues, wenn sich Ihr Schreiben ändert',
    reminder: (day) =>
      `eine Erinnerung am ${day}, wenn Sie Ihr Schreiben bis dahin noch nicht geöffnet haben`,
  },
  nothingInIt: 'In der E-Mail steht nichts über Sie: kein Name, keine Adresse und kein Wahllokal.',
  readElsewhere:
    'Haben Sie Ihr Schreiben in Ihrer e-Box oder auf Papier gelesen? Dann wissen wir das nicht immer.',
  address: 'Ihre E-Mail-Adresse',
  addressHint: 'Wir schicken zuerst eine E-Mail, um zu prüfen, ob diese Adresse Ihnen gehört.',
  ask: 'Schicken Sie mir diese E-Mail',
  change: 'Eine andere Adresse benutzen',
  kept: 'Wir bewahren Ihre Adresse verschlüsselt auf, und nur bis die Wahl vorbei ist oder bis Sie die E-Mails abstellen.',
  refused: {
    'no-address': 'Schreiben Sie eine vollständige E-Mail-Adresse, zum Beispiel name@beispiel.be.',
    'too-many':
      'An diese Adresse kann jetzt keine E-Mail verschickt werden. Prüfen Sie die Adresse und sehen Sie in Ihrem Spam-Ordner nach. Sonst versuchen Sie es morgen noch einmal.',
  },
  pending: {
    title: 'Bestätigen Sie noch Ihre Adresse',
    text: (address) => `Wir schicken eine E-Mail an ${address}. Klicken Sie auf den Link in dieser E-Mail.`,
    until: (moment) => `Der Link gilt bis ${moment} Uhr. Sie können ihn auf jedem Gerät öffnen.`,
    late: 'Der Link in unserer E-Mail gilt nicht mehr. Fordern Sie einen neuen an.',
    nothing: 'Keine E-Mail bekommen? Sehen Sie in Ihrem Spam-Ordner nach, oder prüfen Sie Ihre Adresse.',
    again: 'Die E-Mail noch einmal schicken',
  },
  on: {
    title: 'E-Mails sind eingeschaltet',
    text: (address) => `Sie bekommen E-Mails an ${address}.`,
  },
  stopMine: 'Die E-Mails abstellen',
  undeliverable: {
    title: 'Wir können Ihnen keine E-Mail schicken',
    text: (address) =>
      `Der Mailserver von ${address} nimmt unsere E-Mail nicht an. Wir schicken nichts mehr an diese Adresse. Prüfen Sie sie, oder geben Sie eine andere an.`,
  },
  states: {
    off: 'ausgeschaltet',
    on: 'eingeschaltet',
    pending: 'noch zu bestätigen',
    undeliverable: 'wir können Ihnen keine E-Mail schicken',
  },
  confirm: {
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    text: 'Mit dieser Schaltfläche bestätigen Sie, dass diese E-Mail-Adresse Ihnen gehört. Danach bekommen Sie die E-Mails zu Ihrem Wahlschreiben, um die Sie gebeten haben.',
    button: 'Ja, das ist meine Adresse',
    done: 'Ihre Adresse ist bestätigt',
    doneText:
      'Sie können dieses Fenster schließen. Die E-Mails abstellen geht immer: mit dem Link in jeder E-Mail oder nach der Anmeldung.',
    gone: 'Dieser Link gilt nicht mehr',
    goneText:
      'Vielleicht haben Sie ihn schon benutzt, er ist zu alt, oder Sie haben danach eine andere Adresse angegeben. Melden Sie sich an, um zu sehen, ob Sie E-Mails bekommen, oder um einen neuen Link anzufordern.',
    login: 'Anmelden',
  },
  stop: {
    title: 'Keine E-Mails mehr?',
    text: 'Mit dieser Schaltfläche stellen Sie die E-Mails zu Ihrem Wahlschreiben ab. Ihre E-Mail-Adresse wird gelöscht. Ihr Schreiben selbst ändert sich nicht.',
    notMe:
      'Mit dieser Schaltfläche bekommen Sie keine E-Mails von uns, und niemand kann diese Adresse in den nächsten 90 Tagen noch angeben.',
    button: 'Die E-Mails abstellen',
    done: 'Die E-Mails sind abgestellt',
    doneText:
      'Sie bekommen keine E-Mails mehr zu Ihrem Wahlschreiben. Ihre E-Mail-Adresse wurde bei uns gelöscht.',
    gone: 'Es gibt keine E-Mails zum Abstellen',
    goneText: 'Dieser Link wird nicht mehr benutzt: Die E-Mails, um die es geht, sind schon abgestellt.',
  },
}
