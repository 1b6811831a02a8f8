import type { MunicipalitySettings } from '../municipalities/index.ts'
import { assembliesFor, type Election } from './election.ts'
import { letterWords } from './letter-words.ts'
import type { Assembly, LegalName, LetterModelRule, Mark, VoterCategory, VotingMode } from './ruleset.ts'

/** Which form of the letter a voter gets, as the decrees count them. */
export interface LetterModel {
  /** `FED_SGR_ALL` where a decree names it, else derived: `LOC:GEMEENTERAAD+PROVINCIERAAD:DIGITAL`. */
  readonly key: string
  /** Dutch. */
  readonly title: string
  readonly legalName: LegalName
  readonly assemblies: readonly Assembly[]
  readonly votingMode: VotingMode
  /** Dutch name of a colour; never the only carrier of a meaning. */
  readonly paperColour: string
  readonly withoutStatements: readonly string[]
  readonly article: string
  readonly mark: Mark
  readonly note?: string | undefined
}

type Where = Pick<MunicipalitySettings, 'nisCode'>

/** The model of the letter for a category of voters; `undefined` where they have nothing to vote for. */
export function letterModel(
  election: Election,
  municipality: Where,
  category: VoterCategory,
  district?: string,
): LetterModel | undefined {
  const { ruleset, votingMode } = election
  const voted = assembliesFor(election, category, district)
  const words = letterWords(ruleset, 'nl')
  if (voted.length === 0) return undefined
  const codes = voted.map(({ code }) => code)
  const named = ruleset.letterModels.find((model) => fits(model, municipality, category, codes))
  const colour = ruleset.paperColour[category]!
  return {
    key: `${ruleset.modelPrefix}:${codes.join('+')}:${votingMode}`,
    title: `${capitalised(ruleset.legalName.value)} voor ${inDutch(voted.map(({ code, of }) => words.assembly(code, of)))}`,
    legalName: ruleset.legalName.value,
    assemblies: codes,
    votingMode,
    paperColour: colour.value,
    withoutStatements: [],
    article: ruleset.legalName.source,
    mark: 'I',
    ...(named && ofDecree(named)),
  }
}

function ofDecree({ key, title, withoutStatements = [], article, mark, note }: LetterModelRule) {
  return { key, title, withoutStatements, article, mark, ...(note && { note }) }
}

/** The keys of the models that the categories of an election get in one municipality. */
export function modelsInUse(election: Election, municipality: Where): ReadonlySet<string> {
  const categories = Object.keys(election.ruleset.electorate) as VoterCategory[]
  return new Set(categories.flatMap((category) => letterModel(election, municipality, category)?.key ?? []))
}

function fits(
  { categories, assemblies, municipalities }: LetterModelRule,
  { nisCode }: Where,
  category: VoterCategory,
  voted: readonly Assembly[],
): boolean {
  if (categories && !categories.includes(category)) return false
  if (municipalities && !municipalities.includes(nisCode)) return false
  return !assemblies || (assemblies.length === voted.length && assemblies.every((one) => voted.includes(one)))
}

/** `de Kamer, het Vlaams Parlement en het Europees Parlement`. */
function inDutch(names: readonly string[]): string {
  const [last, ...others] = names.toReversed()
  return others.length === 0 ? last! : `${others.reverse().join(', ')} en ${last}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
