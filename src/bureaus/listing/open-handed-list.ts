import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { ListField } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { HandedPerson } from './handed-list.ts'
import { listToHand } from './list-content.ts'
import { selectListContent } from './list-content-store.ts'
import { type ListKind, listKinds, type MemberList } from './member-list.ts'
import { markListOpened, memberLists } from './member-list-store.ts'
import { openFile } from './packed.ts'

interface Deps {
  readonly database: Database
  readonly vault: Pick<Vault, 'open'>
  readonly clock: Clock
}

/** A version of a list as it was adopted. */
export interface OpenedList {
  readonly list: MemberList
  /** What the law has it say of each. */
  readonly fields: readonly ListField[]
  readonly people: readonly HandedPerson[]
}

interface Opening {
  readonly election: Election
  readonly kind: ListKind
  readonly version: number
  readonly by: string
  /** Who comes for a court or main bureau opens what was sent to it, and nothing else. */
  readonly receiver?: string | undefined
  /** In which form it is taken. */
  readonly form: 'page' | 'csv' | 'pdf'
}

/**
 * A list that the college adopted, as it was then: of A in the order of the law, of B by section and place in the draw, with the fields
 * of LPKD 44 or KWB 95 § 12. Whoever opens it leaves a trace, which says whether there were national numbers in it; of who got it is
 * kept when it was first. Refused: no such version that was adopted (or, of a receiver, sent to it); one from before what was adopted
 * was kept, and changed since.
 */
export function openHandedList(
  { database, vault, clock }: Deps,
  { election, kind, version, by, receiver, form }: Opening,
): Promise<Result<OpenedList, 'no-such-list' | 'content-not-kept'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = (await memberLists(db, election, kind)).find((one) => one.version === version)
    const isTheirs = receiver === undefined || list?.sentToNumber === receiver
    if (!list || list.state === 'DRAFT' || !isTheirs) return refused('no-such-list', kind)
    const people = await adoptedPeople(db, vault, election, list)
    if (!people) return refused('content-not-kept', kind)
    const fields = loadBureauRules(election.ruleset).handedLists.fields[kind].value
    if (receiver) await markListOpened(db, election, list, { at: clock.now(), by })
    const event = { municipalityId, actor: by, action: 'bureaus.list-taken', subject: electionId }
    const nationalNumbers = fields.includes('nationalNumber')
    await recordAudit(db, {
      ...event,
      details: { kind, version, form, people: people.length, nationalNumbers },
    })
    return { ok: true, list, fields, people }
  })
}

/** What was kept with the decision; of a list from before that, how it is now when it is the same still. */
async function adoptedPeople(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  list: MemberList,
): Promise<readonly HandedPerson[] | undefined> {
  const sealed = await selectListContent(db, election, list)
  if (sealed) return JSON.parse((await openFile(vault, sealed)).toString('utf8')) as HandedPerson[]
  const now = await listToHand(db, vault, election, list.kind)
  return now?.sha256.toString('hex') === list.contentSha256 ? now?.handed : undefined
}

/** The lists that were sent to a court or main bureau, the newest version of each first. */
export async function listsSentTo(db: Db, election: Election, receiver: string): Promise<MemberList[]> {
  const all: MemberList[] = []
  for (const kind of listKinds) all.push(...(await memberLists(db, election, kind)))
  return all.filter(({ sentToNumber }) => sentToNumber === receiver)
}
