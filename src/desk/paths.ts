import { path } from '../platform/http/path.ts'

/** Everything that staff see lies below this address. */
export const deskRoot = '/loket'

/** Addresses of the staff's pages. Bookmarks and messages carry them: a path that was there is not used for another page. */
export const paths = {
  start: path('/loket'),
  signIn: path('/loket/aanmelden'),
  /** Registered at the login service: it never changes. */
  signedIn: path('/loket/aangemeld'),
  signOut: path('/loket/afmelden'),
  signedOut: path('/loket/afgemeld'),
  switchOrganisation: path('/loket/wissel'),
  stay: path('/loket/blijven'),
  /** Outside production only. */
  become: path('/dev'),
  election: path('/loket/verkiezing/:election'),
  calendar: path('/loket/verkiezing/:election/kalender'),
  voters: path('/loket/verkiezing/:election/kiezers'),
  votersUpload: path('/loket/verkiezing/:election/kiezers/inladen'),
  votersBeside: path('/loket/verkiezing/:election/kiezers/inladen/bijlage'),
  votersReading: path('/loket/verkiezing/:election/kiezers/lezen'),
  votersStop: path('/loket/verkiezing/:election/kiezers/lezen/stoppen'),
  votersAgain: path('/loket/verkiezing/:election/kiezers/lezen/opnieuw'),
  votersReport: path('/loket/verkiezing/:election/kiezers/verslag'),
  votersFindings: path('/loket/verkiezing/:election/kiezers/verslag/bevindingen.csv'),
  votersSheet: path('/loket/verkiezing/:election/kiezers/verslag/herstelblad.csv'),
  votersMend: path('/loket/verkiezing/:election/kiezers/herstellen'),
  votersDifference: path('/loket/verkiezing/:election/kiezers/verschillen'),
  votersAccept: path('/loket/verkiezing/:election/kiezers/aanvaarden'),
  votersClose: path('/loket/verkiezing/:election/kiezers/afsluiten'),
  voterSearch: path('/loket/verkiezing/:election/kiezers/zoeken'),
  voter: path('/loket/verkiezing/:election/kiezers/zoeken/kiezer'),
  voterLedger: path('/loket/verkiezing/:election/kiezers/zoeken/inzage'),
} as const
