import { type Election, getSections, type WithoutBallot, withoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ListId, VoterId } from '../platform/ids.ts'
import { sumsBySection } from '../voters/index.ts'
import { amendedWithoutLetter } from './amended-voters-overview.ts'
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
 * at, nor of one without any letter. Of one that was amended, those are whom that was about. Only of the others, such as one that is
 * being composed, all its voters and letters are.
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
  const { waiting, unexplained } = await explainDifferences(db, election, {
    ...{ listId, withoutBallot: withoutAny, sums, letters, mixed },
  })
  const compared =
    unexplained.length === 0
      ? { votersWithoutLetter: 0, lettersWithoutVoter: 0, lettersOfElsewhere: 0 }
      : await compareSections(db, municipalityId, electionId, {
          ...{ listId, withoutBallot: withoutAny, sections: unexplained },
        })
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const inEmpty = sum(sums.filter(({ section }) => empty.includes(section)).map(({ voters }) => voters))
  return {
    voters: sum(sums.map(({ voters }) => voters)),
    composed: sum(letters.map(({ composed }) => composed)),
    released: sum(letters.map(({ released }) => released)),
    votersWithoutLetter:
      compared.votersWithoutLetter + waiting.length + inEmpty - compared.lettersOfElsewhere,
    lettersWithoutVoter: compared.lettersWithoutVoter,
  }
}

interface Differences {
  readonly listId: ListId
  readonly withoutBallot: readonly WithoutBallot[]
  readonly sums: readonly SectionSum[]
  readonly letters: readonly SectionLettersSum[]
  /** Sections of which the sums differ. */
  readonly mixed: readonly number[]
}

/**
 * Of which sections the difference is the voters without a letter whom an amendment was about, no more and no less: `waiting` are those.
 * `unexplained` are the other sections.
 */
export async function explainDifferences(
  db: Db,
  { municipalityId, electionId }: Election,
  { listId, withoutBallot: without, sums, letters, mixed }: Differences,
): Promise<{ waiting: readonly VoterId[]; unexplained: readonly number[] }> {
  if (mixed.length === 0) return { waiting: [], unexplained: [] }
  const asked = { listId, withoutBallot: without, sections: mixed }
  const amended = await amendedWithoutLetter(db, municipalityId, electionId, asked)
  const due = new Map(sums.map((one) => [one.section, one]))
  const has = new Map(letters.map((one) => [one.section, one]))
  const explained = amended.filter(({ section, voters, fingerprint }) => {
    const [all, some] = [due.get(section), has.get(section)]
    if (!all || !some) return false
    const difference = BigInt(all.fingerprint) - BigInt(some.fingerprint)
    const count = all.voters - some.composed - some.released
    return count === voters.length && difference === BigInt(fingerprint)
  })
  const sections = new Set(explained.map(({ section }) => section))
  return {
    waiting: explained.flatMap(({ voters }) => voters),
    unexplained: mixed.filter((section) => !sections.has(section)),
  }
}

type SectionSum = { readonly section: number; readonly voters: number; readonly fingerprint: string }
type SectionLettersSum = {
  readonly section: number
  readonly composed: number
  readonly released: number
  readonly fingerprint: string
}

/** Sections in which voters who are due a letter and current letters are not of the same people. `empty`: no letter at all. */
export function differingSections(
  sums: readonly SectionSum[],
  letters: readonly SectionLettersSum[],
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
