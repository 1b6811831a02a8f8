import type { Election } from '../../elections/index.ts'
import type { Address } from '../../platform/address.ts'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import type { Vault } from '../../platform/vault.ts'
import type { ListField } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import type { HandedPerson } from './handed-list.ts'
import { peopleOfListB } from './list-b-people-overview.ts'
import { listedPeople } from './listed-overview.ts'
import type { ListKind } from './member-list.ts'

export interface ListContent {
  readonly people: number
  readonly sha256: Buffer
}

interface OnList extends Omit<HandedPerson, 'nationalNumber' | 'residence'> {
  readonly nrnCipher: Buffer
  readonly address?: Address | undefined
  /** What the hash is made of: who it is, and where they stand. */
  readonly hashed: object
}

/**
 * Who is on a list now, as a count and a hash: another person, category or order is another hash. Who can't be called is on neither: a
 * candidate, who votes here no more. Nothing: it is empty.
 */
export async function listContent(
  db: Db,
  election: Election,
  kind: ListKind,
): Promise<ListContent | undefined> {
  const people = await peopleOn(db, election, kind)
  return people.length === 0 ? undefined : contentOf(people)
}

function contentOf(people: readonly OnList[]): ListContent {
  return { people: people.length, sha256: sha256OfJson(people.map(({ hashed }) => hashed)) }
}

/** The same with everybody on it, as the law has them handed over: no field more than that. */
export async function listToHand(
  db: Db,
  vault: Pick<Vault, 'open'>,
  election: Election,
  kind: ListKind,
): Promise<(ListContent & { readonly handed: readonly HandedPerson[] }) | undefined> {
  const people = await peopleOn(db, election, kind)
  if (people.length === 0) return undefined
  const fields = loadBureauRules(election.ruleset).handedLists.fields[kind].value
  return { ...contentOf(people), handed: people.map((one) => handedPerson(one, fields, vault)) }
}

function handedPerson(
  { nrnCipher, address, hashed: _, lastName, firstNames, birthDate, profession, ...place }: OnList,
  fields: readonly ListField[],
  vault: Pick<Vault, 'open'>,
): HandedPerson {
  const asks = (field: ListField) => fields.includes(field)
  return {
    ...place,
    ...{ lastName, firstNames },
    ...(asks('nationalNumber') && { nationalNumber: vault.open(nrnCipher) as NationalNumber }),
    ...(asks('birthDate') && birthDate && { birthDate }),
    ...(asks('residence') && address && { residence: address }),
    ...(asks('profession') && profession && { profession }),
  }
}

function peopleOn(db: Db, election: Election, kind: ListKind): Promise<OnList[]> {
  return kind === 'A' ? peopleOnA(db, election) : peopleOnB(db, election)
}

async function peopleOnA(db: Db, election: Election): Promise<OnList[]> {
  const people = await listedPeople(db, election, loadBureauRules(election.ruleset))
  return people
    .filter(({ whyNot }) => whyNot.length === 0)
    .map(({ nrnIndex, nrnCipher, entries, lastName, firstNames, birthDate, address }) => ({
      ...{ nrnCipher, lastName, firstNames, birthDate, address },
      category: entries[0]!.category,
      profession: entries.find(({ profession }) => profession !== '')?.profession,
      hashed: {
        person: nrnIndex.toString('hex'),
        entries: entries.map(({ category, source, place = 0 }) => [category, source, place]),
      },
    }))
}

async function peopleOnB(db: Db, election: Election): Promise<OnList[]> {
  const people = await peopleOfListB(db, election)
  return people.map(({ unit, person, section, rank, birthDate, address, ...named }) => ({
    ...{ section, rank, lastName: named.lastName, firstNames: named.firstNames, nrnCipher: named.nrnCipher },
    birthDate: birthDate ?? undefined,
    address: address ?? undefined,
    hashed: { unit, person },
  }))
}
