import type { Texts } from './texts.nl.ts'

const question = 'Um eine Frage zu Ihrem Wahlschreiben oder Ihrer Eintragung zu bearbeiten.'
const enrolment = 'Nach einer Meldung oder Entscheidung zu Ihrer Eintragung.'
const returned = 'Ihr Schreiben auf Papier kam zur Gemeinde zurück.'
const delivery = 'Um zu prüfen, ob Ihr Schreiben angekommen ist.'
const asked = 'Sie haben darum gebeten.'
const notSure = 'hat bemerkt, dass nicht sicher ist, ob Ihr Schreiben in Ihre e-Box gekommen ist'

export const de: Texts = {
  deeds: {
    'audit.person-shown': {
      did: 'hat nachgefragt, wer Ihre Daten angesehen hat',
      why: 'Um Ihnen zu antworten, wer sie angesehen hat.',
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
  },
}
