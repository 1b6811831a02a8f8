import type { Context } from 'hono'
import type { Granted } from '../bureaus/index.ts'
import type { Election } from '../elections/index.ts'
import {
  type MunicipalitySettings,
  mayDo,
  type Session,
  type Staff,
  type StaffRight,
} from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Access, Route } from '../platform/http/route.ts'
import type { TypedForm } from '../platform/http/typed-form.ts'
import type { DeskDeps } from './desk-deps.ts'

/** What a page gets: who came in, with which rights, for which municipality, and what they typed. */
export interface Desk {
  readonly deps: DeskDeps
  readonly context: Context
  readonly session: Session
  readonly staff: Staff
  readonly municipality: MunicipalitySettings
  /** What the page asks. */
  readonly access: Access<StaffRight>
  /** What was typed: sent just now, or kept from before a login. Fill fields from it in both cases. */
  readonly form: TypedForm
  /** Its fields were kept while the person logged in again. */
  readonly isFormKept: boolean
  /** For every `Form`. */
  readonly csrf: string
}

export interface ElectionDesk extends Desk {
  readonly election: Election
  /** As what somebody of a court or main bureau comes; absent for who is of the municipality. */
  readonly granted?: Granted | undefined
}

export type DeskRoute = Route<Desk, StaffRight>

/** May who is here do this too? For what a page shows; the route line is what is enforced. */
export function may(desk: Pick<Desk, 'staff'>, right: StaffRight): boolean {
  return mayDo(desk.staff, right)
}

/** One transaction that sees this person's own municipality. */
export function inOwnScope<T>(desk: Pick<Desk, 'deps' | 'staff'>, work: (db: Db) => Promise<T>): Promise<T> {
  return desk.deps.database.inScope(staffOf(desk.staff.municipalityId), work)
}
