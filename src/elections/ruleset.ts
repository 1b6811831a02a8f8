import type { LanguageRegime } from '../municipalities/index.ts'
import type { CalendarRule, Period } from './calendar/calendar-rule.ts'
import type { FrenchTexts } from './french-texts.ts'

/**
 * The law of one kind of election as data. Code asks the ruleset and never which election it is: a change of
 * law is a new version of a JSON file in `rulesets/`, read in `docs/rulesets.md`.
 */
export interface Ruleset {
  readonly id: string
  readonly version: number
  readonly regime: 'KWB' | 'LPKD'
  /** The ruleset of which this one says what it changes. */
  readonly extends?: string | undefined
  readonly name: string
  /** When its values were written down, unless one says otherwise. */
  readonly readOn: string
  /** The polling days for which it is meant. */
  readonly validity: { readonly from: string; readonly until?: string | undefined }
  readonly lawTexts: readonly LawText[]
  readonly expectedPollingDay?: Sourced<string> | undefined
  /** The ruleset for elections of this kind on another day than the expected one. */
  readonly onOtherDays?: string | undefined
  readonly legalName: Sourced<LegalName>
  readonly attendanceDuty: Sourced<boolean>
  readonly mentions: Sourced<readonly Mention[]>
  /** In the order of the letter. */
  readonly assemblies: readonly AssemblyRule[]
  /** What is elected when the election does not say it: absent, all that is held everywhere. */
  readonly assembliesHeld?: Sourced<readonly Assembly[]> | undefined
  readonly assemblyOrder: Sourced<'as listed'>
  readonly electorate: Readonly<Partial<Record<VoterCategory, CategoryRule>>>
  /** When who is born on 29 February has a birthday in a year without that day. */
  readonly birthdayOn29February: Sourced<'28 February' | '1 March'>
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
  readonly sectionSizes: Sourced<SectionSizes>
  /** From when on something about a voters list makes one look twice. */
  readonly listChecks: Sourced<ListChecks>
  /** What the list that the chair of a polling bureau gets shows of each voter. */
  readonly sectionList: Sourced<readonly SectionListColumn[]>
  /** Why a closed list is changed. */
  readonly grounds: Readonly<Record<'strike' | 'addition' | 'correction', readonly GroundRule[]>>
}

export const sectionListColumns = [
  'list-number',
  'last-name',
  'first-names',
  'main-residence',
  'national-number',
] as const
export type SectionListColumn = (typeof sectionListColumns)[number]

/** A text of law as it was read: articles name it by its key. */
export interface LawText {
  readonly key: string
  readonly title: string
  readonly version: string
  readonly where: string
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
  /** The day on which it was written down from what was read of its source. */
  readonly readOn?: string | undefined
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

export const votingModes = ['PAPER', 'DIGITAL'] as const
export type VotingMode = (typeof votingModes)[number]
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
  /** Elected per district, or for a municipality that is still to come: its name then follows on the letter. */
  readonly namedAfter?: 'district' | 'new-municipality' | undefined
}

export interface CategoryRule {
  readonly assemblies: Sourced<readonly Assembly[]>
  /** In whole years, on polling day. */
  readonly age: Sourced<{ readonly from: number; readonly to?: number | undefined }>
  /** `unsettled`: the letter then says neither that voting is a duty nor that it is free. */
  readonly attendance: Sourced<'duty' | 'free' | 'unsettled'>
}

/** `HH:MM`, Brussels time. */
export interface OpeningHours {
  readonly open: string
  readonly close: string
}

/** Why a voter asks for a duplicate: the letter never came, or it came and is gone. */
export const duplicateReasons = ['not-received', 'lost'] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

export interface DuplicateRule {
  readonly reasons: readonly DuplicateReason[]
  readonly until: 'closing' | 'noon'
}

export interface PhoneViewRule {
  readonly acceptedAtBureau: boolean
  readonly acceptedForProxy: boolean
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
  /** The article as the letter names it to a voter. */
  readonly citation: string
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

export interface RetentionRule extends Marked {
  readonly key: string
  readonly data: string
  readonly keepUntil: string
  /** The same as a rule: so long after this event. */
  readonly until: Period
  /** `erase`: it goes on that day; `keep`: it may not go before. */
  readonly duty: 'erase' | 'keep'
  readonly article: string
}

/** How many voters a section may have; nothing where the law sets no bound. */
export interface SectionSizes {
  readonly smallest?: number | undefined
  readonly largest?: number | undefined
  /** With the governor's leave. */
  readonly largestByLeave?: number | undefined
  /** Where people do not vote on paper. */
  readonly largestDigital?: number | undefined
}

/** Nothing of the law: bounds beyond which a voters list gets a warning. Shares are in percent. */
export interface ListChecks {
  /** Fewer or more voters than the list that was accepted before. */
  readonly changeOfList: number
  /** Fewer or more voters than the last list of another election. */
  readonly changeSinceLastElection: number
  /** Voters of another age than their category takes: more, and at least so many, are a list of another day. */
  readonly wrongAges: number
  readonly fewestWrongAges: number
  /** Voters in a postcode without a polling place. */
  readonly votersElsewhere: number
  /** At one address that is no institution. */
  readonly votersInAHome: number
  /** In years, on polling day. */
  readonly oldestAge: number
}

export interface GroundRule extends Marked {
  readonly key: string
  /** Dutch. */
  readonly label: string
  readonly article: string
}
