import { type MunicipalitySettings, settingsIn } from '../municipalities/index.ts'
import { addressLines } from '../platform/address.ts'
import { longDate } from '../platform/dates.ts'
import type { Language } from '../platform/language.ts'
import { electionCalendar } from './calendar/calendar.ts'
import { channelPolicy, duplicateUntil, type Election, openingHours } from './election.ts'
import { letterModel } from './letter-model.ts'
import { letterWords } from './letter-words.ts'
import type {
  LetterLanguage,
  Ruleset,
  StatementCondition,
  StatementPlace,
  StatutoryText,
  VoterCategory,
} from './ruleset.ts'

/** A keyed block of text. */
export interface Statement {
  readonly key: string
  readonly title?: string
  readonly text: string
}

/** What decides which statements hold, besides the election itself. */
export interface Situation {
  readonly where: StatementPlace
  readonly category: VoterCategory
  readonly language?: LetterLanguage
  /** The voter no longer lives where the list has them. */
  readonly moved?: boolean
  /** The voter was sent another letter before this one. */
  readonly correction?: boolean
  readonly advisoryHour?: boolean
  /** Printed again, at the counter or at home. */
  readonly reprint?: boolean
  /** The day (`yyyy-mm-dd`) on which another letter took its place. */
  readonly supersededOn?: string
  readonly withdrawn?: boolean
}

/** The statements that hold in this situation, in the order of the ruleset, every slot filled in. */
export function statements(
  election: Election,
  settings: MunicipalitySettings,
  situation: Situation,
): Statement[] {
  const { language = 'nl' } = situation
  const words = letterWords(election.ruleset, language)
  const slots = slotsOf(election, settings, situation, { language, own: language })
  return statementKeys(election, settings, situation).map((key) => {
    const { title, text } = words.statement(key)
    const filled = fillSlots(text, slots, election, language)
    return { key, ...(title && { title }), text: filled.map((part) => part.text).join('') }
  })
}

/** Which statements hold in this situation, by key, in the order of the ruleset. */
export function statementKeys(
  election: Election,
  settings: MunicipalitySettings,
  situation: Situation,
): string[] {
  const without = letterModel(election, settings, situation.category)?.withoutStatements ?? []
  return election.ruleset.statements
    .filter(({ key, where }) => where.includes(situation.where) && !without.includes(key))
    .filter(({ condition }) => doesHold(condition, election, situation))
    .map(({ key }) => key)
}

/** Whether what the ruleset says on this condition is so. */
export function doesHold(condition: StatementCondition, election: Election, situation: Situation): boolean {
  return holds[condition](election, situation)
}

/** What the letter has to recall or reproduce, with the article it comes from as a voter reads it. */
export function statutoryTexts(
  ruleset: Ruleset,
  language: LetterLanguage = 'nl',
): (StatutoryText & { source: string })[] {
  const words = letterWords(ruleset, language)
  return ruleset.statutoryTexts.map((rule) => {
    const { citation, heading, text } = words.statutoryText(rule.key)
    return { ...rule, citation, heading, text, source: citation }
  })
}

const holds: Record<StatementCondition, (election: Election, situation: Situation) => boolean> = {
  always: () => true,
  'paper-for-all': (election) => channelPolicy(election) === 'paper-for-all',
  'phone-accepted': (election) => election.ruleset.phoneView.value.acceptedAtBureau,
  duty: (election, { category }) => attendance(election, category) === 'duty',
  free: (election, { category }) => attendance(election, category) === 'free',
  moved: (_, { moved }) => moved === true,
  correction: (_, { correction }) => correction === true,
  'advisory-hour': (_, { advisoryHour }) => advisoryHour === true,
  superseded: (_, { supersededOn }) => supersededOn !== undefined,
  withdrawn: (_, { withdrawn }) => withdrawn === true,
  reprint: (_, { reprint }) => reprint === true,
}

function attendance(election: Election, category: VoterCategory): string | undefined {
  return election.ruleset.electorate[category]?.attendance.value
}

/** What stands between braces in a statement. `own`: the language in which the municipality says where its desk is. */
export function slotsOf(
  election: Election,
  settings: MunicipalitySettings,
  { supersededOn }: Pick<Situation, 'supersededOn'>,
  { language, own }: { language: Language; own: LetterLanguage },
): Record<string, TextPart> {
  const { open, close } = openingHours(election)
  const said = (text: string) => ({ text })
  const hour = (time: string) => said(hourText(time, language))
  const asTheySay = (text: string) => ({ text, language: own })
  const { duplicateDesk: desk } = settingsIn(settings, own)
  return {
    pollingDay: said(longDate(election.pollingDay, language)),
    open: hour(open),
    close: hour(close),
    duplicatePlace: asTheySay(desk.place),
    duplicateAddress: asTheySay(addressLines(desk.address, own).join(', ')),
    duplicateHours: asTheySay(desk.hours.join('. ')),
    duplicateUntil: hour(duplicateUntil(election).time),
    ...(supersededOn && { since: said(longDate(supersededOn, language)) }),
  }
}

/** A piece of a text that was filled in; `language`: it is in the words of the municipality, which are in that language. */
export interface TextPart {
  readonly text: string
  readonly language?: LetterLanguage
}

/** `{slot}` is a fact of the election, `{day fed.spending.from}` a day of its calendar. Throws on any other. */
export function fillSlots(
  text: string,
  slots: Readonly<Record<string, TextPart>>,
  election: Election,
  language: Language,
): TextPart[] {
  return text.split(/(\{[^}]+\})/).flatMap((piece) => {
    const [, isDay, name] = /^\{(day )?([\w.]+)\}$/.exec(piece) ?? []
    if (!name) return piece ? [{ text: piece }] : []
    const day = isDay && electionCalendar(election).find(({ id }) => id === name)?.date
    const filling = isDay ? day && { text: longDate(day, language) } : slots[name]
    if (!filling) throw new Error(`a statement of ${election.ruleset.id} has an unknown slot: ${name}`)
    return [filling]
  })
}

/** `13:00` is `13 uur`, `13 h`, `13 Uhr` or `1 pm`; `08:30` is `8.30 uur`, `8 h 30`, `8.30 Uhr` or `8:30 am`. */
export function hourText(time: string, language: Language = 'nl'): string {
  const [hours, minutes] = time.split(':')
  const whole = minutes === '00'
  if (language === 'fr') return `${Number(hours)} h${whole ? '' : ` ${minutes}`}`
  if (language === 'en') return englishHour(Number(hours), whole ? '' : `:${minutes}`)
  return `${Number(hours)}${whole ? '' : `.${minutes}`} ${language === 'de' ? 'Uhr' : 'uur'}`
}

function englishHour(hours: number, minutes: string): string {
  if (hours === 12 && minutes === '') return '12 noon'
  return `${hours % 12 || 12}${minutes} ${hours < 12 ? 'am' : 'pm'}`
}
