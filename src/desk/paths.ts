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
} as const
