import type { LanguageRegime } from '../municipalities/index.ts'
import type { ElectionId, MunicipalityId } from '../platform/ids.ts'
import type { ElectionEvent } from './calendar/calendar-rule.ts'
import { letterWords } from './letter-words.ts'
import type { Section } from './places/section.ts'
import type {
  Assembly,
  AssemblyRule,
  ChannelPolicy,
  LanguageRequestRule,
  LetterLanguage,
  ListChecks,
  OpeningHours,
  PhoneViewRule,
  Ruleset,
  Sourced,
  VoterCategory,
  VotingMode,
} from './ruleset.ts'

/** One or more ballots on one day in one municipality, with the rules it keeps to the end. */
export interface Election {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly code: string
  readonly name: string
  /** The ruleset as this election has it: its own decisions put over the shipped values. */
  readonly ruleset: Ruleset
  /** `yyyy-mm-dd`. */
  readonly pollingDay: string
  readonly votingMode: VotingMode
  readonly settings: ElectionSettings
}

/** An event that an election's file gives its day of; what follows from it stands in the calendar. */
export type DatedEvent = Exclude<ElectionEvent, 'polling-day'>

/** What the law needs to know of an election, whoever holds it. */
export type ElectionRules = Pick<Election, 'ruleset' | 'pollingDay' | 'votingMode' | 'settings'>

/** What differs from election to election and from municipality to municipality. */
export interface ElectionSettings {
  /** Kieskanton, as the stamp names it. */
  readonly canton?: string | undefined
  /** Kieskring. */
  readonly constituency?: string | undefined
  /** All that is elected on this day; absent: what the ruleset holds everywhere, and what is named here. */
  readonly assemblies?: readonly Assembly[] | undefined
  /** Assemblies that are only elected in some municipalities: districts, a council elected directly. */
  readonly namedAssemblies?: readonly Assembly[] | undefined
  /** No vote takes place: there are no more candidates than seats. */
  readonly uncontested?: readonly Assembly[] | undefined
  /** What French letters say of it, where letters may be French. */
  readonly french?: { readonly name: string } | undefined
  /** Districts whose council is elected without a vote; the others have one. */
  readonly uncontestedDistricts?: readonly string[] | undefined
  /** Name of the municipality that comes out of a merger, where its first council is elected. */
  readonly newMunicipality?: string | undefined
  /** Days of events other than polling day, once they are known. */
  readonly events?: Readonly<Partial<Record<DatedEvent, Sourced<string>>>> | undefined
  readonly decisions?: ElectionDecisions | undefined
  readonly signedOff?: SignedOff | undefined
}

/** An assembly with the place whose council it is, where the letter has to say that. */
export interface ElectedAssembly extends AssemblyRule {
  readonly of?: string
}

export interface WithoutBallot {
  readonly section: number
  readonly category: VoterCategory
}

/** Values that somebody signed off for this election as they stand in its ruleset. */
export interface SignedOff {
  /** The version that was looked at: in a newer one they have to be looked at again. */
  readonly rulesetVersion: number
  /** By the path of the value: `statutoryTexts.kwb-94ter`. */
  readonly values: Readonly<Record<string, SignOff>>
}

export interface SignOff {
  /** What the value was compared with. */
  readonly source: string
  readonly checkedBy: string
  /** `yyyy-mm-dd`. */
  readonly checkedAt: string
}

/** Values of the ruleset that were decided or signed off for this election, each with its source. */
export interface ElectionDecisions {
  /** Another day than the ruleset expects, with the decree that moved it. */
  readonly pollingDay?: Sourced<string> | undefined
  readonly hours?: Sourced<OpeningHours> | undefined
  readonly phoneView?: Sourced<PhoneViewRule> | undefined
  readonly channelPolicy?: Sourced<ChannelPolicy> | undefined
  readonly languages?:
    | Readonly<Partial<Record<LanguageRegime, Sourced<readonly LetterLanguage[]>>>>
    | undefined
  readonly languageRequest?: Sourced<LanguageRequestRule> | undefined
  readonly attendance?: Readonly<Partial<Record<VoterCategory, Sourced<'duty' | 'free'>>>> | undefined
  readonly listChecks?: Sourced<ListChecks> | undefined
  /** Official Dutch wording, by the key of the statutory text. */
  readonly statutoryTexts?: Readonly<Record<string, Sourced<string>>> | undefined
  /** The municipality's own wording, by the key of the statement. */
  readonly statements?: Readonly<Record<string, Sourced<string>>> | undefined
  /** French wording, by the same keys. */
  readonly french?:
    | {
        readonly statutoryTexts?: Readonly<Record<string, Sourced<string>>> | undefined
        readonly statements?: Readonly<Record<string, Sourced<string>>> | undefined
      }
    | undefined
  /** A day that was set otherwise, by the id of the calendar rule. */
  readonly calendar?: Readonly<Record<string, Sourced<string>>> | undefined
}

/** The letter's legal name, and whether the law makes voting a duty. */
export function letterTitle(
  ruleset: Ruleset,
  language: LetterLanguage = 'nl',
): { legalName: string; attendanceDuty: boolean } {
  const { legalName } = letterWords(ruleset, language)
  return { legalName, attendanceDuty: ruleset.attendanceDuty.value }
}

/** The election's name as voters read it. Throws when it has none in French. */
export function electionName({ name, settings }: Election, language: LetterLanguage): string {
  if (language === 'nl') return name
  if (!settings.french) throw new Error('the election has no French name')
  return settings.french.name
}

/**
 * For which assemblies a voter of this category votes, in the order of the letter; none: nothing to vote for. A
 * voter votes for the council of the own district; without a district: for that of any.
 */
export function assembliesFor(
  election: Pick<Election, 'ruleset' | 'settings'>,
  category: VoterCategory,
  district?: string,
): ElectedAssembly[] {
  const { ruleset, settings } = election
  const votesFor = ruleset.electorate[category]?.assemblies.value ?? []
  const isQuiet = district !== undefined && settings.uncontestedDistricts?.includes(district)
  return heldAssemblies(election)
    .filter(({ code, namedAfter }) => {
      const isContested = !settings.uncontested?.includes(code) && !(namedAfter === 'district' && isQuiet)
      return votesFor.includes(code) && isContested
    })
    .map((assembly) => {
      const places = { district, 'new-municipality': settings.newMunicipality }
      const of = assembly.namedAfter && places[assembly.namedAfter]
      return of ? { ...assembly, of } : assembly
    })
}

/** The assemblies of which each district of a municipality elects its own. */
export function isElectedPerDistrict(election: Pick<Election, 'ruleset' | 'settings'>): boolean {
  return heldAssemblies(election).some(({ namedAfter }) => namedAfter === 'district')
}

/**
 * Who stands on the list and has nothing to vote for, because what they would vote for is elected without a vote:
 * they get no letter.
 */
export function withoutBallot(election: Election, sections: readonly Section[]): WithoutBallot[] {
  const { uncontested: _, uncontestedDistricts: __, ...settings } = election.settings
  const categories = votingCategories({ ...election, settings })
  return sections.flatMap(({ section, district }) =>
    categories
      .filter((category) => assembliesFor(election, category, district).length === 0)
      .map((category) => ({ section, category })),
  )
}

/** What is elected on this day in this municipality, in the order of the letter, uncontested or not. */
export function heldAssemblies({
  ruleset,
  settings,
}: Pick<Election, 'ruleset' | 'settings'>): AssemblyRule[] {
  const { assemblies: named, namedAssemblies = [] } = settings
  const all = named ?? ruleset.assembliesHeld?.value
  return ruleset.assemblies.filter(({ code, held }) =>
    all
      ? [...all, ...namedAssemblies].includes(code)
      : held === 'everywhere' || namedAssemblies.includes(code),
  )
}

/** Categories that have a vote in this election. */
export function votingCategories(election: Election): VoterCategory[] {
  const known = Object.keys(election.ruleset.electorate) as VoterCategory[]
  return known.filter((category) => assembliesFor(election, category).length > 0)
}

/** When the bureaus are open, `HH:MM`, with the source of the hours. */
export function openingHours(election: ElectionRules): OpeningHours & Omit<Sourced<unknown>, 'value'> {
  const { value, ...origin } = election.ruleset.hours[election.votingMode]
  return { ...value, ...origin }
}

/** Until when a voter gets a duplicate: always on polling day, `HH:MM`. */
export function duplicateUntil(
  election: Election,
): { date: string; time: string } & Omit<Sourced<unknown>, 'value'> {
  const { value, ...origin } = election.ruleset.duplicate
  const time = value.until === 'noon' ? '12:00' : openingHours(election).close
  return { date: election.pollingDay, time, ...origin }
}

/** What stands on a duplicate, such as `DUPLICAAT`. */
export function duplicateMark({ ruleset }: ElectionRules, language: LetterLanguage): string {
  const rule = ruleset.statements.find(({ condition }) => condition === 'reprint')
  if (!rule) throw new Error(`${ruleset.id} does not say what stands on a duplicate`)
  return letterWords(ruleset, language).statement(rule.key).text
}

/** Who gets paper: everyone, or only whom the digital letter does not reach. */
export function channelPolicy(election: Election): ChannelPolicy {
  return election.ruleset.channelPolicy.value
}
