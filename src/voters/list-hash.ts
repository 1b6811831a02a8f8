import { createHash } from 'node:crypto'
import type { Election } from '../elections/index.ts'
import type { Address } from '../platform/address.ts'
import type { Db } from '../platform/db/database.ts'
import type { ListId } from '../platform/ids.ts'
import type { NationalNumber } from '../platform/national-number.ts'
import type { Vault } from '../platform/vault.ts'
import { columnsOfRecipe } from './list-format.ts'
import { recipeOf } from './list-store.ts'
import type { VoterFact } from './voter.ts'
import { streamVoters } from './voter-store.ts'

/** Control characters cannot stand in a cell, so no two lists share one text. */
const betweenCells = '\x1f'
const afterRow = '\x1e'

/**
 * SHA-256 of the frozen content of a list, in constant memory. Whoever has the list as CSV can compute the same:
 * the recipe stands in docs/formats/voters-list.md, and is tested against this function.
 */
export async function hashFrozenList(
  db: Db,
  vault: Vault,
  election: Election,
  listId: ListId,
): Promise<{ sha256: Buffer; voters: number }> {
  const recipe = await recipeOf(db, election.municipalityId, election.electionId, listId)
  const hash = createHash('sha256')
  hash.update(lineOf([`kiesloket voters list ${recipe}`, election.code, election.pollingDay]))
  let voters = 0
  let text = ''
  for await (const voter of streamVoters(
    db,
    election.municipalityId,
    election.electionId,
    listId,
    'frozen',
  )) {
    voters++
    const cells = listCells(voter, vault.open(voter.nrnCipher) as NationalNumber)
    text += lineOf(cells.slice(0, columnsOfRecipe[recipe]))
    if (text.length < 65_536) continue
    hash.update(text)
    text = ''
  }
  hash.update(text)
  hash.update(lineOf([String(voters)]))
  return { sha256: hash.digest(), voters }
}

/** A voter as a row of the list format, in the order of its columns. */
export function listCells(voter: VoterFact, nationalNumber: NationalNumber): string[] {
  return [
    String(voter.listNumber),
    nationalNumber,
    voter.lastName,
    voter.firstNames,
    voter.birthDate ?? '',
    voter.category,
    String(voter.section),
    ...addressCells(voter.listAddress),
    ...addressCells(voter.deliveryAddress),
    voter.noPost ?? '',
    voter.requestedLanguage ?? '',
    voter.addressKind ?? '',
    voter.listAddress.careOf ?? '',
    voter.deliveryAddress?.careOf ?? '',
    voter.languageRequestedOn ?? '',
  ]
}

const noAddress = ['', '', '', '', '', '']

function addressCells(address: Address | undefined): readonly string[] {
  if (!address) return noAddress
  const { street, houseNumber, box = '', postcode, city, country = '' } = address
  return [street, houseNumber, box, postcode, city, country]
}

function lineOf(cells: readonly string[]): string {
  return cells.join(betweenCells) + afterRow
}
