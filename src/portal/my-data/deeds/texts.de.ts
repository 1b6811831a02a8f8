import type { Texts } from './texts.nl.ts'

const question = 'Um eine Frage zu Ihrem Wahlschreiben oder Ihrer Eintragung zu bearbeiten.'
const enrolment = 'Nach einer Meldung oder Entscheidung zu Ihrer Eintragung.'
const returned = 'Ihr Schreiben auf Papier kam zur Gemeinde zurück.'
const delivery = 'Um zu prüfen, ob Ihr Schreiben angekommen ist.'
const asked = 'Sie haben darum gebeten.'
const composing = 'Um die Büros zusammenzustellen.'
const passedOn = 'Sie haben es mitgeteilt.'
const reaching = 'Um Ihnen zu sagen, was Sie tun müssen.'
const excuse = 'Um Ihre Entschuldigung zu bearbeiten.'
const answer = 'Um Ihre Antwort zu notieren.'
const paying = 'Um Sie für Ihren Dienst in einem Büro zu bezahlen.'
const offered = 'Sie haben sich angeboten.'
const called = 'Um zu wissen, ob Sie einberufen sind.'
const notSure = 'hat bemerkt, dass nicht sicher ist, ob Ihr Schreiben in Ihre e-Box gekommen ist'

export const de: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'hat nachgefragt, wer Ihre Daten angesehen hat',
      why: 'Um Ihnen zu antworten, wer sie angesehen hat.',
    },
    'bureaus.account-changed': { did: 'hat die Kontonummer für Ihre Vergütung geändert', why: paying },
    'bureaus.absence-remarked': { did: 'hat aufgeschrieben, was jemand zu Ihrer Abwesenheit sagte' },
    'bureaus.absence-withdrawn': { did: 'hat notiert, dass Ihr Grund doch angenommen wurde', why: excuse },
    'bureaus.withdrawal-downloaded': {
      did: 'hat den Brief geholt, der die Meldung Ihrer Abwesenheit zurücknimmt',
      why: excuse,
    },
    'bureaus.withdrawal-made': {
      did: 'hat den Brief gemacht, der die Meldung Ihrer Abwesenheit zurücknimmt',
      why: excuse,
    },
    'bureaus.withdrawal-sent': {
      did: 'hat notiert, dass die Meldung Ihrer Abwesenheit zurückgenommen ist',
      why: excuse,
    },
    'bureaus.address-corrected': { did: 'hat Ihre Adresse für die Büros berichtigt', why: composing },
    'bureaus.assignment-shown': { did: 'hat Ihre Bezeichnung für ein Büro angesehen', why: composing },
    'bureaus.assignment-stepped': {
      did: 'hat etwas in Ihrer Bezeichnung für ein Büro notiert',
      why: composing,
    },
    'bureaus.claim-noted': { did: 'hat etwas für Ihre Entschädigung notiert', why: paying },
    'bureaus.claim-shown': { did: 'hat Ihre Entschädigung angesehen', why: paying },
    'bureaus.contact-given': { did: 'hat notiert, wie Sie zu erreichen und zu bezahlen sind', why: passedOn },
    'bureaus.evidence-added': { did: 'hat Ihrer Entschuldigung einen Nachweis hinzugefügt', why: passedOn },
    'bureaus.evidence-taken-back': {
      did: 'hat einen Nachweis zu Ihrer Entschuldigung zurückgenommen',
      why: passedOn,
    },
    'bureaus.evidence-opened': { did: 'hat einen Nachweis zu Ihrer Entschuldigung geöffnet', why: excuse },
    'bureaus.evidence-refused': {
      did: 'hat mit einem falschen Kennsatz versucht, einen Nachweis zu Ihrer Entschuldigung zu öffnen',
      why: excuse,
    },
    'bureaus.excuse-answering-opened': { did: 'hat Ihre Einberufung geöffnet', why: answer },
    'bureaus.excuse-shown': { did: 'hat Ihre Entschuldigung angesehen', why: excuse },
    'bureaus.letter-opened': { did: 'hat ein Schreiben an Sie über ein Büro angesehen', why: composing },
    'bureaus.letter-proven': {
      did: 'hat notiert, dass ein Schreiben über ein Büro bei Ihnen ankam',
      why: called,
    },
    'bureaus.contact-shown': { did: 'sah nach, wie Sie zu erreichen sind', why: reaching },
    'bureaus.message-bounced': { did: 'vermerkte, dass eine Nachricht an Sie zurückkam', why: reaching },
    'bureaus.message-previewed': { did: 'sah eine Nachricht an, wie Sie sie bekommen', why: reaching },
    'bureaus.message-refused': { did: 'konnte Ihnen eine Nachricht nicht zustellen', why: reaching },
    'bureaus.message-sent': { did: 'schickte Ihnen eine Nachricht über Ihr Büro', why: reaching },
    'bureaus.phone-listed': { did: 'sah Ihre Telefonnummer an', why: reaching },
    'bureaus.reserve-phone-shown': { did: 'sah Ihre Telefonnummer an', why: reaching },
    'bureaus.reserve-phoned': {
      did: 'hat ein Telefongespräch mit Ihnen über ein Büro notiert',
      why: reaching,
    },
    'bureaus.proposal-not-allowed': {
      did: 'wollte Sie für einen Vorstand vorschlagen, was nicht erlaubt war',
      why: composing,
    },
    'bureaus.member-recorded': { did: 'hat Sie für die Büros eingetragen', why: composing },
    'bureaus.reader-admitted': {
      did: 'hat einem Kollegen Zugang zu den Nachweisen Ihrer Entschuldigung gegeben',
      why: excuse,
    },
    'bureaus.service-stated': {
      did: 'hat eine Bescheinigung über Ihren Dienst in einem Büro erstellt',
      why: asked,
    },
    'bureaus.training-attendance': { did: 'hat notiert, ob Sie bei einer Schulung waren' },
    'bureaus.training-certified': { did: 'hat eine Bescheinigung über Ihre Schulung erstellt', why: asked },
    'bureaus.training-enrolled': { did: 'hat Sie für eine Schulung angemeldet', why: asked },
    'bureaus.training-left': { did: 'hat Sie von einer Schulung abgemeldet' },
    'bureaus.training-moved-up': {
      did: 'hat Ihnen einen Platz in einer Schulung gegeben, auf den Sie warteten',
      why: asked,
    },
    'bureaus.training-phone-shown': {
      did: 'hat Ihre Telefonnummer angesehen',
      why: 'Um Ihnen etwas über eine Schulung mitzuteilen.',
    },
    'bureaus.volunteer-confirmed': {
      did: 'hat notiert, dass Ihr Angebot als Freiwilliger stimmt',
      why: offered,
    },
    'bureaus.volunteer-decided': { did: 'hat über Ihr Angebot als Freiwilliger entschieden', why: offered },
    'bureaus.volunteer-mail-refused': {
      did: 'konnte Ihnen keine E-Mail über Ihr Angebot als Freiwilliger zustellen',
      why: offered,
    },
    'bureaus.volunteer-mailed': {
      did: 'hat Ihnen eine E-Mail über Ihr Angebot als Freiwilliger geschickt',
      why: offered,
    },
    'bureaus.volunteer-offered': { did: 'hat Ihr Angebot als Freiwilliger erhalten', why: offered },
    'bureaus.volunteer-recorded': { did: 'hat Sie als Freiwilligen für ein Büro eingetragen', why: offered },
    'bureaus.volunteer-shown': { did: 'hat Ihr Angebot als Freiwilliger angesehen', why: composing },
    'bureaus.volunteer-withdrawn': {
      did: 'hat erhalten, dass Sie Ihr Angebot als Freiwilliger zurückziehen',
      why: offered,
    },
    'citizen.mail-refused': {
      did: 'konnte Ihnen keine E-Mail zustellen',
      why: 'Ihre Adresse nimmt unsere E-Mail nicht an.',
    },
    'citizen.mailed': { did: 'hat Ihnen eine E-Mail zu Ihrem Wahlschreiben geschickt', why: asked },
    'delivery.key-clash': { did: notSure, why: delivery },
    'delivery.receipt-repeated': { did: notSure, why: delivery },
    'delivery.settled': {
      did: 'hat nach einer Prüfung entschieden, ob Ihr Schreiben angekommen ist',
      why: delivery,
    },
    'delivery.timeline-shown': {
      did: 'hat angesehen, wie der Versand Ihres Schreibens verlaufen ist',
      why: delivery,
    },
    'letters.duplicate-opened': {
      did: 'hat ein Duplikat Ihres Wahlschreibens geöffnet',
      why: 'Um es auszudrucken.',
    },
    'letters.duplicated': { did: 'hat ein Duplikat Ihres Wahlschreibens ausgegeben', why: asked },
    'letters.duplicated-offline': {
      did: 'hat ein Duplikat Ihres Wahlschreibens an einem Schalter ohne Netz ausgegeben',
      why: asked,
    },
    'letters.rendered': { did: 'hat Ihr Wahlschreiben geöffnet', why: question },
    'letters.return-followed-up': {
      did: 'hat sich um Ihr zurückgekommenes Schreiben gekümmert',
      why: returned,
    },
    'letters.shown': { did: 'hat Ihr Wahlschreiben angesehen', why: question },
    'letters.withdrawn': { did: 'hat ein Wahlschreiben an Sie zurückgezogen' },
    'offline.issue-settled': {
      did: 'hat über ein Duplikat entschieden, das Sie an einem Schalter ohne Netz bekommen haben',
      why: 'Um doppelt ausgegebene Duplikate zu prüfen.',
    },
    'proof.letter-shown': {
      did: 'hat Ihr Wahlschreiben in einer Stichprobe angesehen',
      why: 'Der Computer hat Ihr Schreiben ausgewählt. Bevor die Schreiben verschickt werden, prüft die Gemeinde einige davon.',
    },
    'voters.added': { did: 'hat Sie auf die Wählerliste gesetzt', why: enrolment },
    'voters.corrected': { did: 'hat Ihre Daten auf der Wählerliste berichtigt', why: enrolment },
    'voters.looked-up': { did: 'hat Sie mit Ihrer Nationalregisternummer gesucht', why: question },
    'voters.opened': { did: 'hat Ihre Daten auf der Wählerliste angesehen', why: question },
    'voters.opened-offline': {
      did: 'hat Ihre Daten an einem Schalter ohne Netz angesehen',
      why: 'Um Ihnen an diesem Schalter zu helfen.',
    },
    'voters.searched': { did: 'hat Sie in der Wählerliste gesucht', why: question },
    'voters.struck': { did: 'hat Sie von der Wählerliste gestrichen', why: enrolment },
  },
  ownDeeds: {
    'bureaus.account-changed': 'Sie haben die Kontonummer für Ihre Vergütung geändert.',
    'bureaus.assignment-stepped':
      'Sie haben auf Ihre Einberufung für ein Büro geantwortet oder eine Entschuldigung eingereicht oder zurückgezogen.',
    'bureaus.contact-given': 'Sie haben mitgeteilt, wie Sie zu erreichen und zu bezahlen sind.',
    'bureaus.service-stated': 'Sie haben eine Bescheinigung über Ihren Dienst in einem Büro geholt.',
    'bureaus.evidence-added': 'Sie haben einen Nachweis zu Ihrer Entschuldigung geschickt.',
    'bureaus.evidence-taken-back': 'Sie haben einen Nachweis zu Ihrer Entschuldigung zurückgenommen.',
    'bureaus.training-enrolled': 'Sie haben sich für eine Schulung angemeldet.',
    'bureaus.training-left': 'Sie haben sich von einer Schulung abgemeldet.',
    'bureaus.training-certified': 'Sie haben eine Bescheinigung über Ihre Schulung geholt.',
    'bureaus.volunteer-confirmed':
      'Ihr Angebot als Freiwilliger wurde mit dem Link aus unserer E-Mail bestätigt.',
    'bureaus.volunteer-offered': 'Sie haben sich als Freiwilliger für ein Büro angeboten.',
    'bureaus.volunteer-withdrawn':
      'Ihr Angebot als Freiwilliger wurde mit dem Link aus unserer E-Mail zurückgezogen.',
    'citizen.convocation-opened': 'Sie haben gelesen, wo Sie als Mitglied eines Wahlbüros erwartet werden.',
    'citizen.data-opened': 'Sie haben diese Seite angesehen.',
    'citizen.duplicate-opened': 'Sie haben die Seite Ihres Duplikats geöffnet.',
    'citizen.duplicate-read': 'Sie haben ein Duplikat geöffnet.',
    'citizen.election-opened': 'Sie haben gelesen, wo und wann Sie wählen.',
    'citizen.elections-opened': 'Sie haben Ihre Wahlen geöffnet.',
    'citizen.letter-opened': 'Sie haben die Seite Ihres Schreibens geöffnet.',
    'citizen.letter-read': 'Sie haben Ihr Schreiben gelesen.',
    'citizen.mail-asked': 'Sie haben um E-Mails zu Ihrem Wahlschreiben gebeten.',
    'citizen.mail-confirmed': 'Ihre E-Mail-Adresse wurde mit dem Link aus unserer E-Mail bestätigt.',
    'citizen.mail-opened': 'Sie haben die Seite über E-Mails geöffnet.',
    'citizen.mail-stopped': 'Die E-Mails wurden abgestellt.',
    'citizen.polling-desk-kept': 'Ein Gerät hat Ihren Bildschirm für das Wahlbüro gespeichert.',
    'citizen.polling-desk-opened': 'Sie haben den Bildschirm für das Wahlbüro geöffnet.',
    'letters.duplicated': 'Sie haben ein Duplikat Ihres Schreibens erstellt.',
  },
  reasons: {
    'not-received': 'Das Schreiben war nicht angekommen.',
    lost: 'Das Schreiben war verloren.',
    struck: 'Sie wurden aus der Wählerliste gestrichen.',
    corrected: 'Ihre Daten in der Wählerliste wurden berichtigt.',
    'duplicaat aan het loket': 'Um Ihnen am Schalter mit einem Duplikat zu helfen.',
  },
}
