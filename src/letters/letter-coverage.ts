import { type Election, getSections, withoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ListId } from '../platform/ids.ts'
import { sumsBySection } from '../voters/index.ts'
import { compareSections, type LetterCoverage, letterCoverage } from './letter-overview.ts'
import { lettersBySection } from './letters-tally-overview.ts'

/**
 * Do the letters there are and the voters of the list as it is now meet one to one? Looks at each of them: for whoever
 * fixes or releases what is there.
 */
export async function provenCoverage(db: Db, election: Election, listId: ListId): Promise<LetterCoverage> {
  const { municipalityId, electionId } = election
  const nothingToVoteFor = withoutBallot(election, await getSections(db, municipalityId, electionId))
  return letterCoverage(db, municipalityId, electionId, listId, nothingToVoteFor)
}

/**
 * The same for a page, by the sums that the database keeps of both: of a section where these are of the same voters nobody is looked
 * at, nor of one without any letter. Only of the others, such as one that is being composed, its voters and letters are.
 */
export async function coverageNow(
  db: Db,
  election: Election,
  listId: ListId,
): Promise<Omit<LetterCoverage, 'typesetWhole'>> {
  const { municipalityId, electionId } = election
  const withoutAny = withoutBallot(election, await getSections(db, municipalityId, electionId))
  const sums = await sumsBySection(db, municipalityId, electionId, listId, withoutAny)
  const letters = await lettersBySection(db, municipalityId, electionId)
  const { empty, mixed } = differingSections(sums, letters)
  const compared =
    mixed.length === 0
      ? { votersWithoutLetter: 0, lettersWithoutVoter: 0, lettersOfElsewhere: 0 }
      : await compareSections(db, municipalityId, electionId, {
          ...{ listId, withoutBallot: withoutAny, sections: mixed },
        })
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const inEmpty = sum(sums.filter(({ section }) => empty.includes(section)).map(({ voters }) => voters))
  return {
    voters: sum(sums.map(({ voters }) => voters)),
    composed: sum(letters.map(({ composed }) => composed)),
    released: sum(letters.map(({ released }) => released)),
    votersWithoutLetter: compared.votersWithoutLetter + inEmpty - compared.lettersOfElsewhere,
    lettersWithoutVoter: compared.lettersWithoutVoter,
  }
}

/** Sections in which voters who are due a letter and current letters are not of the same people. `empty`: no letter at all. */
export function differingSections(
  sums: readonly { section: number; voters: number; fingerprint: string }[],
  letters: readonly { section: number; composed: number; released: number; fingerprint: string }[],
): { empty: readonly number[]; mixed: readonly number[] } {
  const bySection = new Map(letters.map((one) => [one.section, one]))
  const empty: number[] = []
  const mixed: number[] = []
  for (const { section, voters, fingerprint } of sums) {
    const there = bySection.get(section)
    const count = (there?.composed ?? 0) + (there?.released ?? 0)
    if (count === 0) empty.push(section)
    else if (count !== voters || there?.fingerprint !== fingerprint) mixed.push(section)
    bySection.delete(section)
  }
  for (const { section, composed, released } of bySection.values())
    if (composed + released > 0) mixed.push(section)
  return { empty, mixed }
}

/** In the words of a refusal; nothing when they do. */
export function coverageFault({
  votersWithoutLetter,
  lettersWithoutVoter,
}: Pick<LetterCoverage, 'votersWithoutLetter' | 'lettersWithoutVoter'>): string | undefined {
  if (votersWithoutLetter + lettersWithoutVoter === 0) return undefined
  return `${votersWithoutLetter} voters without letter, ${lettersWithoutVoter} letters without voter`
}
