import type { LanguageRegime } from '../municipalities/index.ts'
import type { FrenchTexts } from './french-texts.ts'

/**
 * The law of one kind of election as data. Code asks the ruleset and never which election it is: a change of
 * law is a new version of a JSON file in `rulesets/`, read in `docs/rulesets.md`.
 */
export interface Ruleset {
  readonly id: string
  readonly version: number
  readonly regime: 'KWB' | 'LPKD'
  readonly name: string
  /** Which texts were read, and in which consolidation. */
  readonly lawTextVersion: string
  readonly expectedPollingDay: Sourced<string>
  readonly legalName: Sourced<LegalName>
  readonly attendanceDuty: Sourced<boolean>
  readonly mentions: Sourced<readonly Mention[]>
  /** In the order of the letter. */
  readonly assemblies: readonly AssemblyRule[]
  readonly assemblyOrder: Sourced<'as listed'>
  readonly electorate: Readonly<Partial<Record<VoterCategory, CategoryRule>>>
  readonly hours: Readonly<Record<VotingMode, Sourced<OpeningHours>>>
  readonly duplicate: Sourced<DuplicateRule>
  readonly phoneView: Sourced<PhoneViewRule>
  readonly channelPolicy: Sourced<ChannelPolicy>
  /** By language regime: first the language of who asked for nothing, then those on request. */
  readonly languages: Readonly<Record<LanguageRegime, Sourced<readonly LetterLanguage[]>>>
  readonly languageRequest: Sourced<LanguageRequestRule>
  /** What the keys of derived letter models begin with. */
  readonly modelPrefix: string
  /** For every category of the electorate. */
  readonly paperColour: Readonly<Partial<Record<VoterCategory, Sourced<string>>>>
  /** What gives a letter of a public sender free postage. */
  readonly postageMention: Sourced<string>
  readonly calendar: readonly CalendarRule[]
  readonly statements: readonly StatementRule[]
  /** The first that fits is the letter's; where none fits its key is derived from what is voted for. */
  readonly letterModels: readonly LetterModelRule[]
  readonly statutoryTexts: readonly StatutoryText[]
  /** The same texts in French; absent where nobody wrote them. */
  readonly french?: FrenchTexts | undefined
  readonly retention: readonly RetentionRule[]
}

/**
 * How sure a value is: `L` read in the law, `S` read in a public source, `S-old` the same about an earlier
 * election, `I` inferred from those, `M` background knowledge, `NV` not verified. What is neither `L` nor `S`
 * is listed until a lawyer signs it off.
 */
export const marks = ['L', 'S', 'S-old', 'I', 'M', 'NV'] as const
export type Mark = (typeof marks)[number]

export interface Marked {
  readonly mark: Mark
  readonly note?: string | undefined
  /** Who signed it off, and on which day. */
  readonly checkedBy?: string | undefined
  readonly checkedAt?: string | undefined
}

export interface Sourced<T> extends Marked {
  readonly value: T
  readonly source: string
}

export const voterCategories = [
  'BELGIAN',
  'BELGIAN_16_17',
  'EU',
  'EU_16_17',
  'NON_EU',
  'BELGIAN_ABROAD',
] as const
export type VoterCategory = (typeof voterCategories)[number]

export const assemblies = [
  'KAMER',
  'VLP',
  'EP',
  'GEMEENTERAAD',
  'DISTRICTSRAAD',
  'OCMW',
  'SCHEPENEN',
  'PROVINCIERAAD',
] as const
export type Assembly = (typeof assemblies)[number]

export type VotingMode = 'PAPER' | 'DIGITAL'
export type LegalName = 'oproepingsbrief' | 'uitnodigingsbrief'
export const letterLanguages = ['nl', 'fr'] as const
export type LetterLanguage = (typeof letterLanguages)[number]
/** How long a voter's request for a language holds. */
export const languageRequestRules = ['per document', 'four years'] as const
export type LanguageRequestRule = (typeof languageRequestRules)[number]
export type ChannelPolicy = 'paper-for-all' | 'paper-for-the-rest'

/** What the law wants on the letter. */
export const mentions = [
  'last-name',
  'first-names',
  'main-residence',
  'list-number',
  'polling-day',
  'room',
  'hours',
  'assemblies',
  'travel-refund',
  'statutory-texts',
] as const
export type Mention = (typeof mentions)[number]

export interface AssemblyRule {
  readonly code: Assembly
  /** `de Kamer van volksvertegenwoordigers`: as it stands inside a Dutch sentence. */
  readonly name: string
  /** Who is elected: `de leden van de Kamer van volksvertegenwoordigers`. */
  readonly elects: string
  /** `where-named`: only where the election's document names it (districts, direct election of a council). */
  readonly held: 'everywhere' | 'where-named'
}

export interface CategoryRule {
  readonly assemblies: Sourced<readonly Assembly[]>
  /** `unsettled`: the letter then says neither that voting is a duty nor that it is free. */
  readonly attendance: Sourced<'duty' | 'free' | 'unsettled'>
}

/** `HH:MM`, Brussels time. */
export interface OpeningHours {
  readonly open: string
  readonly close: string
}

export interface DuplicateRule {
  readonly reasons: readonly ('not-received' | 'lost')[]
  readonly until: 'closing' | 'noon'
}

export interface PhoneViewRule {
  readonly acceptedAtBureau: boolean
  readonly acceptedForProxy: boolean
}

/** A day, counted from polling day or fixed in its year. No shift for weekends or holidays. */
export type Offset =
  | { readonly daysBefore: number }
  | { readonly daysAfter: number }
  | { readonly monthsBefore: number; readonly day: number }
  | { readonly fixed: string }

export const milestones = [
  'list-fixed',
  'letters-sent',
  'claims-last',
  'claims-decided',
  'lists-to-chairs',
  'duplicate-until',
] as const
export type Milestone = (typeof milestones)[number]

export interface CalendarRule extends Marked {
  readonly id: string
  readonly label: string
  readonly offset: Offset
  /** `16:00`, `14:00-16:00`, or the hour at which the bureaus close. */
  readonly time?: string | undefined
  readonly bound: 'on' | 'latest' | 'strictly-before' | 'from'
  readonly actor: string
  readonly article: string
  /** What other parts of the program know the deadline by, whichever law it is. */
  readonly milestone?: Milestone | undefined
  /** The rule only holds when this assembly is not elected on the same day. */
  readonly notWith?: Assembly | undefined
}

export const statementConditions = [
  'always',
  'paper-for-all',
  'phone-accepted',
  'duty',
  'free',
  'moved',
  'correction',
  'advisory-hour',
  'superseded',
  'withdrawn',
  'reprint',
] as const
export type StatementCondition = (typeof statementConditions)[number]
/** `opening`: in the sentence with which the letter opens, which says who is called or invited and for which day. */
export type StatementPlace = 'opening' | 'letter' | 'phone' | 'verification'

export interface StatementRule extends Marked {
  readonly key: string
  readonly where: readonly StatementPlace[]
  readonly condition: StatementCondition
  readonly title?: string | undefined
  /** Dutch, with `{slots}`. */
  readonly text: string
  readonly source: string
}

/** What the letter has to recall or reproduce, in our own words until the official wording is put in. */
export interface StatutoryText extends Marked {
  readonly key: string
  readonly article: string
  readonly treatment: 'recall' | 'reproduce'
  readonly heading: string
  readonly text: string
}

/**
 * A form of the letter that a decree fixes by itself: for these categories, in these municipalities, for voters
 * who vote for exactly these assemblies.
 */
export interface LetterModelRule extends Marked {
  readonly key: string
  /** Dutch. */
  readonly title: string
  readonly categories?: readonly VoterCategory[] | undefined
  readonly assemblies?: readonly Assembly[] | undefined
  /** NIS codes; absent: everywhere. */
  readonly municipalities?: readonly string[] | undefined
  /** Keys of statements that do not hold on it. */
  readonly withoutStatements?: readonly string[] | undefined
  readonly article: string
}

/**
 * What happens to an election and has a day of its own. `appeal`: the decision on an appeal, or the validation
 * where nobody appealed.
 */
export const electionEvents = ['polling-day', 'validation', 'appeal'] as const
export type ElectionEvent = (typeof electionEvents)[number]

export interface RetentionRule extends Marked {
  readonly key: string
  readonly data: string
  readonly keepUntil: string
  /** The same as a rule: so long after this event. */
  readonly until: RetentionPeriod
  /** `erase`: it goes on that day; `keep`: it may not go before. */
  readonly duty: 'erase' | 'keep'
  readonly article: string
}

export interface RetentionPeriod {
  readonly after: ElectionEvent
  readonly days?: number | undefined
  readonly months?: number | undefined
}
