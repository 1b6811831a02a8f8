import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { isDay } from '../../platform/dates.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { ListId, MunicipalityId } from '../../platform/ids.ts'
import { type NationalNumberRules, parseNationalNumber } from '../../platform/national-number.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { currentList } from '../list-store.ts'
import { unsealed, type VoterFact } from '../voter.ts'
import { getVoterByListNumber, getVoterByPerson, votersById } from '../voter-store.ts'
import {
  type Closeness,
  type Description,
  kindOf,
  type Question,
  type SearchPlace,
  tooLongIn,
} from './question.ts'
import { findOnList, foldWords, indexForSearch } from './search-store.ts'
import { type FoldedQuestion, searchTerms } from './search-terms.ts'

export interface SearchDeps {
  readonly database: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly numbers: Omit<NationalNumberRules, 'today'>
}

export interface Search {
  readonly election: Election
  readonly question: Question
  readonly by: string
  /** Why is looked, where that is asked: it stays in the audit log. Never a name or a number. */
  readonly reason?: string | undefined
  /** `next` of the page before. */
  readonly after?: SearchPlace | undefined
  /** Voters on a page; absent: 20. */
  readonly limit?: number | undefined
}

export interface FoundVoter {
  readonly voter: VoterFact
  readonly closeness: Closeness
}

export interface Found {
  readonly voters: readonly FoundVoter[]
  /** Where the next page starts; absent: these were the last. */
  readonly next?: SearchPlace
}

export type SearchRefusal =
  | 'ask-more'
  | 'not-a-day'
  | 'not-a-number'
  | 'no-list'
  | 'question-too-long'
  | NumberInText

/**
 * Looks for voters on the list in use, the struck ones included: first those who answer exactly, then those who come
 * near, each in the order of the list. Every look-up leaves an audit event: who, what kind of question, how many hits on the
 * page; never what was typed. A hit shows no national number; whoever opens a voter asks `openVoter`.
 */
export async function findVoters(deps: SearchDeps, search: Search): Promise<Result<Found, SearchRefusal>> {
  const { election, question, by, reason } = search
  const { municipalityId, electionId } = election
  const inText = refuseNumbers(reason)
  if (inText) return inText
  const fault = faultOf(deps, question)
  if (fault) return refused(fault)
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const list = await currentList(db, municipalityId, electionId)
    if (!list) return refused('no-list')
    const found = await answer(db, deps, search, list.listId)
    if (!found) return refused('ask-more')
    const [only, ...others] = found.voters
    const subject = only && others.length === 0 && !found.next ? { subject: only.voter.voterId } : {}
    const details = {
      question: kindOf(question),
      hits: found.voters.length,
      more: found.next !== undefined,
      ...(reason && { reason }),
    }
    await recordAudit(db, { municipalityId, actor: by, action: 'voters.searched', ...subject, details })
    return { ok: true, ...found }
  })
}

function faultOf({ numbers, clock }: SearchDeps, question: Question): SearchRefusal | undefined {
  if ('nationalNumber' in question) {
    const parsed = parseNationalNumber(question.nationalNumber, { ...numbers, today: clock.now() })
    return parsed.ok ? undefined : 'not-a-number'
  }
  if ('listNumber' in question) return undefined
  if (tooLongIn(question).length > 0) return 'question-too-long'
  if (question.birthDate && !isDay(question.birthDate)) return 'not-a-day'
  return question.name || question.street ? undefined : 'ask-more'
}

/** Nothing when what was typed holds no word to look for. */
async function answer(
  db: Db,
  { vault, numbers, clock }: SearchDeps,
  { election, question, after, limit = 20 }: Search,
  listId: ListId,
): Promise<Found | undefined> {
  const { municipalityId, electionId } = election
  if ('listNumber' in question)
    return just(await getVoterByListNumber(db, municipalityId, electionId, listId, question.listNumber))
  if ('nationalNumber' in question) {
    const parsed = parseNationalNumber(question.nationalNumber, { ...numbers, today: clock.now() })
    const person = vault.index(parsed.ok ? parsed.number : '')
    return just(await getVoterByPerson(db, municipalityId, electionId, listId, person))
  }
  const hits = await hitsOf(db, municipalityId, listId, { question, after, limit })
  if (!hits) return undefined
  const facts = await votersById(
    db,
    municipalityId,
    electionId,
    listId,
    hits.map(({ voterId }) => voterId),
  )
  const voters = hits.slice(0, limit).flatMap(({ voterId, closeness }) => {
    const voter = facts.get(voterId)
    return voter ? [{ voter: unsealed(voter), closeness }] : []
  })
  const last = hits[limit - 1]
  const next = hits.length > limit && last && { closeness: last.closeness, listNumber: last.listNumber }
  return { voters, ...(next && { next }) }
}

function just(voter: Parameters<typeof unsealed>[0] | undefined): Found {
  return { voters: voter ? [{ voter: unsealed(voter), closeness: 'exact' }] : [] }
}

/** One more than the page holds, where there are more. */
async function hitsOf(
  db: Db,
  municipalityId: MunicipalityId,
  listId: ListId,
  { question, after, limit }: { question: Description; after: SearchPlace | undefined; limit: number },
) {
  const folded = await foldQuestion(db, question)
  if (searchTerms(folded, 'exact') === undefined) return undefined
  await indexForSearch(db, municipalityId, listId)
  const page = async (closeness: Closeness, afterListNumber: number, most: number) => {
    const terms = most > 0 ? searchTerms(folded, closeness) : undefined
    if (terms === undefined) return []
    const asked = { terms, birthDate: question.birthDate || undefined, afterListNumber, limit: most }
    const hits = await findOnList(db, municipalityId, listId, asked)
    return hits.map((hit) => ({ ...hit, closeness }))
  }
  const exact = after?.closeness === 'near' ? [] : await page('exact', after?.listNumber ?? 0, limit + 1)
  const nearAfter = after?.closeness === 'near' ? after.listNumber : 0
  return [...exact, ...(await page('near', nearAfter, limit + 1 - exact.length))]
}

async function foldQuestion(db: Db, { name, street, houseNumber }: Description): Promise<FoldedQuestion> {
  const [foldedName, foldedStreet, foldedNumber] = await foldWords(db, [
    name ?? '',
    street ?? '',
    houseNumber ?? '',
  ])
  return { name: foldedName!, street: foldedStreet!, houseNumber: foldedNumber! }
}
