import { path } from '../platform/http/path.ts'

/** Everything that a citizen sees after logging in lies below this address. */
export const portalRoot = '/mijn'

/** Addresses of the citizen's pages. Letters on paper carry some of them: a path is never taken away. */
export const paths = {
  start: path('/'),
  startOf: path('/gemeente/:municipality'),
  /** Printed in the QR code of every letter, followed by # and its signed statement. */
  letter: path('/k'),
  accessibility: path('/toegankelijkheid'),
  accessibilityOf: path('/gemeente/:municipality/toegankelijkheid'),
  privacy: path('/privacy'),
  privacyOf: path('/gemeente/:municipality/privacy'),
  openData: path('/open-data'),
  catalogue: path('/open-data/catalogus.jsonld'),
  placesCsv: path('/open-data/:municipality/:election/stemlocaties.csv'),
  placesGeoJson: path('/open-data/:municipality/:election/stemlocaties.geojson'),
  placesJsonLd: path('/open-data/:municipality/:election/stemlocaties.jsonld'),
  letterCheckWorker: path('/k/zonder-netwerk.js'),
  /** Which letters of an election do not count: issuer and election as the statement names them. */
  statusList: path('/k/:issuer/:election/brieven.cose'),
  /** On the paper of a chair, with a code: see `chairAddress` of the bureaus. */
  openBureau: path('/bureau/:municipality'),
  /** The bureau that this telephone has access to. */
  bureauDay: path('/bureau/dag'),
  sendBureauDay: path('/bureau/dag/doorsturen'),
  bureauDayWorker: path('/bureau/zonder-netwerk.js'),
  /** Who offers to sit in a bureau of an election: for everybody, without login. */
  volunteer: path('/vrijwilligers/:municipality/:election'),
  /** In the mails that left: they never change. */
  confirmOffer: path('/vrijwilliger/bevestigen/:secret'),
  myOffer: path('/vrijwilliger/aanbod/:secret'),
  signIn: path('/mijn/aanmelden'),
  /** Registered at the login service: it never changes. */
  signedIn: path('/mijn/aangemeld'),
  /** Where a site or app that shows these pages within its own opens them: see docs/how-to/embed.md. */
  embedded: path('/mijn/ingebed'),
  handOver: path('/mijn/ingebed/overdracht'),
  /** Makes a session last longer. */
  stay: path('/mijn/aangemeld-blijven'),
  signOut: path('/mijn/afmelden'),
  signedOut: path('/mijn/afgemeld'),
  /** Who looked, what is kept, and e-mail. */
  myData: path('/mijn/gegevens'),
  /** In the mails that left: they never change. */
  confirmMail: path('/mail/bevestigen/:secret'),
  endMail: path('/mail/stoppen/:secret'),
  /** A call to sit in a bureau, by the id of its assignment. */
  call: path('/mijn/oproepen/:call'),
  answerCall: path('/mijn/oproepen/:call/gegevens'),
  changeAccount: path('/mijn/oproepen/:call/rekening'),
  askExcuse: path('/mijn/oproepen/:call/verontschuldiging'),
  withdrawExcuse: path('/mijn/oproepen/:call/verontschuldiging/intrekken'),
  /** A PDF for an employer or a school. */
  serviceStatement: path('/mijn/oproepen/:call/bewijs-van-dienst'),
  addEvidence: path('/mijn/oproepen/:call/bewijs'),
  takeBackEvidence: path('/mijn/oproepen/:call/bewijs/:document/terugnemen'),
  trainings: path('/mijn/oproepen/:call/opleiding'),
  enrolTraining: path('/mijn/oproepen/:call/opleiding/:training/inschrijven'),
  leaveTraining: path('/mijn/oproepen/:call/opleiding/:training/uitschrijven'),
  trainingAppointment: path('/mijn/oproepen/:call/opleiding/:training/opleiding.ics'),
  trainingCertificate: path('/mijn/oproepen/:call/opleiding/:training/bewijs'),
  elections: path('/mijn/verkiezingen'),
  election: path('/mijn/verkiezingen/:election'),
  appointment: path('/mijn/verkiezingen/:election/stemmen.ics'),
  walletPass: path('/mijn/verkiezingen/:election/stemmen.pkpass'),
  pollingDesk: path('/mijn/verkiezingen/:election/stembureau'),
  /** The same as a phone keeps it. */
  keptPollingDesk: path('/mijn/verkiezingen/:election/stembureau/kopie'),
  pollingDeskWorker: path('/mijn/zonder-netwerk.js'),
  myLetter: path('/mijn/verkiezingen/:election/brief'),
  readLetter: path('/mijn/verkiezingen/:election/brief/lezen'),
  letterPdf: path('/mijn/verkiezingen/:election/brief/kiesbrief.pdf'),
  largeLetter: path('/mijn/verkiezingen/:election/brief/grote-letters.pdf'),
  mail: path('/mijn/verkiezingen/:election/mail'),
  stopMail: path('/mijn/verkiezingen/:election/mail/stoppen'),
  explanation: path('/mijn/verkiezingen/:election/brief/uitleg'),
  duplicate: path('/mijn/verkiezingen/:election/duplicaat'),
  madeDuplicate: path('/mijn/verkiezingen/:election/duplicaat/:duplicate'),
  duplicatePdf: path('/mijn/verkiezingen/:election/duplicaat/:duplicate/duplicaat.pdf'),
  largeDuplicate: path('/mijn/verkiezingen/:election/duplicaat/:duplicate/grote-letters.pdf'),
} as const
