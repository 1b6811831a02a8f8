import { path } from '../platform/http/path.ts'

/** Everything that a citizen sees after logging in lies below this address. */
export const portalRoot = '/mijn'

/** Addresses of the citizen's pages. Letters on paper carry some of them: a path is never taken away. */
export const paths = {
  start: path('/'),
  /** Printed in the QR code of every letter, followed by # and its signed statement. */
  letter: path('/k'),
  signIn: path('/mijn/aanmelden'),
  /** Registered at the login service: it never changes. */
  signedIn: path('/mijn/aangemeld'),
  signOut: path('/mijn/afmelden'),
  signedOut: path('/mijn/afgemeld'),
  elections: path('/mijn/verkiezingen'),
  election: path('/mijn/verkiezingen/:election'),
  appointment: path('/mijn/verkiezingen/:election/stemmen.ics'),
  pollingDesk: path('/mijn/verkiezingen/:election/stembureau'),
  myLetter: path('/mijn/verkiezingen/:election/brief'),
  readLetter: path('/mijn/verkiezingen/:election/brief/lezen'),
  letterPdf: path('/mijn/verkiezingen/:election/brief/kiesbrief.pdf'),
  largeLetter: path('/mijn/verkiezingen/:election/brief/grote-letters.pdf'),
  duplicate: path('/mijn/verkiezingen/:election/duplicaat'),
  madeDuplicate: path('/mijn/verkiezingen/:election/duplicaat/:duplicate'),
  duplicatePdf: path('/mijn/verkiezingen/:election/duplicaat/:duplicate/duplicaat.pdf'),
  largeDuplicate: path('/mijn/verkiezingen/:election/duplicaat/:duplicate/grote-letters.pdf'),
} as const
