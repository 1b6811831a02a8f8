import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { refuseWording, tidyWording, type WordingRefusal } from './check-wording.ts'
import { languagesHere } from './message-languages.ts'
import { loadMessageTemplates, type TranslatedLanguage, type Wording } from './message-templates-file.ts'
import { insertWording, selectWordings, type WordingKey, type WordingVersion } from './wording-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** Version 0 is what comes with the product. */
export interface CurrentWording extends Wording {
  readonly version: number
}

/** What a template says now: the last wording of the municipality, and else that of the product. */
export async function currentWording(db: Db, election: Election, key: WordingKey): Promise<CurrentWording> {
  const [last] = await selectWordings(db, election, key)
  return last ?? { version: 0, ...usualWording(election, key) }
}

/** As it comes with the product; in Dutch where it is not there in that language. */
export function usualWording(
  { ruleset }: Pick<Election, 'ruleset'>,
  { template, language }: WordingKey,
): Wording {
  const { wording, translations = {} } = loadMessageTemplates(ruleset).templates[template]
  return translations[language as TranslatedLanguage] ?? wording
}

export type ChangeWordingRefusal =
  | WordingRefusal
  | 'language-not-allowed'
  | 'same'
  | 'changed-meanwhile'
  | 'no-such-version'

interface Change extends WordingKey {
  readonly election: Election
  readonly by: string
  /** The version that whoever changes it saw. */
  readonly seen: number
}

/** The municipality says it in its own words: a new version, which the next message takes. */
export function changeWording(
  deps: Deps,
  { wording: typed, ...change }: Change & { readonly wording: Wording },
): Promise<Result<{ version: number }, ChangeWordingRefusal>> {
  const wording = tidyWording(typed)
  const refusal = refuseWording(wording)
  return refusal ? Promise.resolve(refusal) : keep(deps, change, async () => ({ wording, backTo: null }))
}

/** An older version, or that of the product, becomes the newest one. */
export function backToWording(
  deps: Deps,
  { to, ...change }: Change & { readonly to: number },
): Promise<Result<{ version: number }, ChangeWordingRefusal>> {
  return keep(deps, change, async (all) => {
    const wording =
      to === 0 ? usualWording(change.election, change) : all.find(({ version }) => version === to)
    return wording && { wording, backTo: to }
  })
}

type Chosen = { readonly wording: Wording; readonly backTo: number | null }

function keep(
  { database, clock }: Deps,
  { election, template, language, by, seen }: Change,
  choose: (all: readonly WordingVersion[]) => Promise<Chosen | undefined>,
): Promise<Result<{ version: number }, ChangeWordingRefusal>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const languages: readonly string[] = await languagesHere(db, election, template)
    if (!languages.includes(language)) return refused('language-not-allowed')
    const all = await selectWordings(db, election, { template, language })
    const now = all[0] ?? { version: 0, ...usualWording(election, { template, language }) }
    if (now.version !== seen) return refused('changed-meanwhile')
    const chosen = await choose(all)
    if (!chosen) return refused('no-such-version')
    const { subject, body, sms } = chosen.wording
    if (subject === now.subject && body === now.body && sms === now.sms) return refused('same')
    const version = now.version + 1
    const row = { version, subject, body, sms, backTo: chosen.backTo, changedBy: by, changedAt: clock.now() }
    if (!(await insertWording(db, election, { template, language }, row))) return refused('changed-meanwhile')
    const event = { municipalityId, actor: by, action: 'bureaus.wording-changed', subject: electionId }
    await recordAudit(db, { ...event, details: { template, version, language } })
    return { ok: true, version }
  })
}
