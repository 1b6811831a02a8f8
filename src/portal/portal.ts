import type { Context } from 'hono'
import type { MunicipalitySettings } from '../municipalities/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { Route } from '../platform/http/route.ts'
import type { TypedForm } from '../platform/http/typed-form.ts'
import { type Language, offered } from './language.ts'
import type { Citizen } from './login/citizen-session.ts'
import type { PortalDeps } from './portal-deps.ts'

/** What a page of a citizen gets: who came in, and what they typed. */
export interface Portal {
  readonly deps: PortalDeps
  readonly context: Context
  readonly citizen: Citizen
  /** In which the page is asked for. */
  readonly language: Language
  readonly form: TypedForm
  /** It was typed before a new login, and nothing was done with it yet. */
  readonly isFormKept: boolean
  /** How the audit log names that this page was opened. */
  readonly event: string
  /** For every `Form`. */
  readonly csrf: string
}

export type PortalRoute = Route<Portal, 'citizen'>

/** The same visit, in a language in which this municipality offers its pages. */
export function inLanguageOf(portal: Portal, municipality: MunicipalitySettings | undefined): Portal {
  return { ...portal, language: offered(portal.language, municipality) }
}

/** What is the citizen's own, in whichever municipality, and what is public; nothing of anybody else. */
export function inOwnScope<T>(
  { deps, citizen }: Pick<Portal, 'deps' | 'citizen'>,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return deps.database.inScope({ person: citizen.index }, work)
}
