import type { MunicipalitySettings } from '../municipalities/index.ts'
import { type Election, votingCategories } from './election.ts'
import { mayBeFrench } from './letter-language.ts'
import { modelsInUse } from './letter-model.ts'
import { voterCategories } from './ruleset.ts'
import { type UnverifiedValue, unverifiedValues } from './unverified-values.ts'

export interface UnsignedValue extends UnverifiedValue {
  /** A letter says it, or it decides what a letter says: no real letter leaves while nobody vouches for it. */
  readonly onLetter: boolean
}

type Where = Pick<MunicipalitySettings, 'languageRegime' | 'nisCode'>

/** Every value of the law that is not verified and that nobody signed off for this election. */
export function unsignedValues(election: Election, municipality: Where): UnsignedValue[] {
  const signed = election.settings.signedOff?.values ?? {}
  const elsewhere = namesOffTheLetter(election, municipality)
  return unverifiedValues(election.ruleset)
    .filter(({ path }) => !(path in signed))
    .map((value) => ({ ...value, onLetter: !elsewhere.has(value.path) && !neverOnLetter.test(value.path) }))
}

/** What is done with the list and with the data, not said to the voter. */
const neverOnLetter =
  /^(?:retention|grounds|sectionList|sectionSizes|listChecks|birthdayOn29February|assembliesHeld)\b|\.age$/

/** What certainly stands on no letter of this election. All the rest does, also what a ruleset gets one day. */
function namesOffTheLetter(election: Election, municipality: Where): ReadonlySet<string> {
  const { ruleset, votingMode } = election
  const { languageRegime: regime } = municipality
  const inUse = modelsInUse(election, municipality)
  const voting = votingCategories(election)
  const silent = voterCategories.filter((category) => !voting.includes(category))
  const said = ruleset.statements.filter(({ where }) => where.includes('letter') || where.includes('opening'))
  const otherModes = Object.keys(ruleset.hours).filter((mode) => mode !== votingMode)
  const otherRegimes = Object.keys(ruleset.languages).filter((name) => name !== regime)
  const unsaid = ruleset.statements.filter((statement) => !said.includes(statement))
  const days = ruleset.calendar.filter(({ id }) => !said.some(({ text }) => text.includes(`{day ${id}}`)))
  return new Set([
    'expectedPollingDay', // the election's own file says the day
    ...(regime === 'nl' ? ['languageRequest'] : []),
    ...otherModes.map((mode) => `hours.${mode}`),
    ...otherRegimes.map((name) => `languages.${name}`),
    ...unsaid.flatMap(({ key }) => [`statements.${key}`, `french.statements.${key}`]),
    ...(mayBeFrench(election, regime) ? [] : frenchPaths(ruleset)),
    ...silent.flatMap((category) => [`electorate.${category}.attendance`, `paperColour.${category}`]),
    ...ruleset.letterModels.filter(({ key }) => !inUse.has(key)).map(({ key }) => `letterModels.${key}`),
    ...days.map(({ id }) => `calendar.${id}`),
  ])
}

function frenchPaths(ruleset: Election['ruleset']): string[] {
  return unverifiedValues(ruleset).flatMap(({ path }) => (path.startsWith('french.') ? [path] : []))
}
