import type { SeatingRule } from '../bureau-rules.ts'
import type { BureauToFill, ListedPerson, Refusal, SeatingRules } from './seating.ts'

/** The first hard rule that keeps a person out of a bureau, if any. */
export function refusalOf(
  { members, candidates }: Pick<SeatingRules, 'members' | 'candidates'>,
  rule: SeatingRule,
  person: ListedPerson,
  bureau: Pick<BureauToFill, 'id' | 'areas'>,
): Refusal | undefined {
  if (person.candidate && candidates.value === 'excluded') return 'candidate'
  if (members.value.belgian && !person.belgian) return 'nationality'
  if (person.age < members.value.fromAge) return 'age'
  if (!rule.lists.includes(person.list)) return 'list'
  if (person.offers && placeOfOffer(rule, person) === undefined) return 'not-offered'
  if (rule.voterOf && !isVoterOf(person.voterOf[rule.voterOf], bureau.areas[rule.voterOf])) return 'area'
  if (person.notIn?.includes(bureau.id)) return 'by-hand'
  return undefined
}

/** The place of a volunteer among who offered to take seats of this rule. */
export function placeOfOffer(
  { kind, role }: Pick<SeatingRule, 'kind' | 'role'>,
  { offers }: Pick<ListedPerson, 'offers'>,
): number | undefined {
  return offers?.find((offer) => offer.kind === kind && offer.role === role)?.place
}

function isVoterOf(area: string | undefined, areas: readonly string[] = []): boolean {
  return area !== undefined && areas.includes(area)
}

/** In which of the bureaus a person may sit; the same array for all of whom the rules see no difference. */
export function openBureaus(
  rules: SeatingRules,
  rule: SeatingRule,
  bureaus: readonly BureauToFill[],
): (person: ListedPerson) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (person) => {
    const { candidate, belgian, age, list, voterOf, notIn, offers } = person
    const alike = JSON.stringify([
      candidate,
      belgian,
      age,
      list,
      rule.voterOf && voterOf[rule.voterOf],
      notIn,
      offers && placeOfOffer(rule, person) !== undefined,
    ])
    const open =
      known.get(alike) ??
      bureaus.flatMap((bureau, at) => (refusalOf(rules, rule, person, bureau) ? [] : [at]))
    known.set(alike, open)
    return open
  }
}
