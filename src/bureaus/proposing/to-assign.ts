import type { Election, Section } from '../../elections/index.ts'
import type { Vault } from '../../platform/vault.ts'
import type { BureauToFill, Point } from '../assigning/seating.ts'
import { kindForRules } from '../kind-for-rules.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import type { Candidate } from './candidates-file.ts'
import { ageOn, around, originOf, type SeatCandidate, voterOf } from './seat-candidate.ts'

/** Bureaus with the seats that the law asks for; deputy chairs sit in a reserve of their kind. */
export function bureausToFill(kept: readonly KeptBureau[], sections: readonly Section[]): BureauToFill[] {
  return kept.flatMap((bureau) => {
    const kind = kindForRules(bureau)
    const asked = bureau.seats.filter(({ optional }) => !optional)
    if (!kind || asked.length === 0) return []
    const { bureauId: id, section, counts = [] } = bureau
    const own = section === undefined ? counts : [section]
    return [
      {
        ...{ id, kind, place: pointOf(bureau, sections), areas: areasOf(own) },
        seats: asked.map(({ seatId, role, ordinal }) => ({ id: seatId, role, number: ordinal })),
      },
    ]
  })
}

/** Where a bureau sits, when that is known. */
export function pointOf(
  { section, placeCode }: { readonly section?: number | null; readonly placeCode?: string | null },
  sections: readonly Section[],
): Point | undefined {
  const isThere = (one: Section) =>
    section ? one.section === section : placeCode !== null && one.place.code === placeCode
  return sections.find(isThere)?.place.details.coordinates
}

function areasOf(sections: readonly number[]) {
  const whole = Object.fromEntries(Object.entries(around).map(([area, name]) => [area, [name]]))
  return { ...whole, section: sections.map(String) }
}

/** Somebody of a file of candidates. */
export function candidateOfFile(
  vault: Pick<Vault, 'seal' | 'index'>,
  {
    nationalNumber,
    lastName,
    firstNames,
    birthDate,
    section,
    votesHere,
    list,
    category,
    order,
    drawRank,
    ...known
  }: Candidate,
  { pollingDay }: Pick<Election, 'pollingDay'>,
): SeatCandidate {
  const { belgian, candidate, home, household, experienced } = known
  const nrnIndex = vault.index(nationalNumber)
  return {
    origin: originOf[list],
    member: { nrnCipher: vault.seal(nationalNumber), nrnIndex, lastName, firstNames, birthDate },
    person: {
      ...{ id: nrnIndex.toString('hex'), list, category, order, drawRank, belgian, candidate },
      ...{ home, household, experienced },
      ...{ voterOf: voterOf(section, votesHere), age: ageOn(pollingDay, birthDate) },
    },
  }
}
