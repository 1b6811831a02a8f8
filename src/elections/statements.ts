import { type MunicipalitySettings, settingsIn } from '../municipalities/index.ts'
import { addressLines } from '../platform/address.ts'
import { longDate } from '../platform/dates.ts'
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
  const slots = slotsOf(election, settings, situation, language)
  const without = letterModel(election, settings, situation.category)?.withoutStatements ?? []
  return election.ruleset.statements
    .filter(({ key, where }) => where.includes(situation.where) && !without.includes(key))
    .filter(({ condition }) => holds[condition](election, situation))
    .map(({ key }) => {
      const { title, text } = words.statement(key)
      return { key, ...(title && { title }), text: fillSlots(text, slots, election, language) }
    })
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

function slotsOf(
  election: Election,
  settings: MunicipalitySettings,
  { supersededOn }: Situation,
  language: LetterLanguage,
): Record<string, string> {
  const { open, close } = openingHours(election)
  const hour = (time: string) => hourText(time, language)
  const { duplicateDesk: desk } = settingsIn(settings, language)
  return {
    pollingDay: longDate(election.pollingDay, language),
    open: hour(open),
    close: hour(close),
    duplicatePlace: desk.place,
    duplicateAddress: addressLines(desk.address, language).join(', '),
    duplicateHours: desk.hours.join('. '),
    duplicateUntil: hour(duplicateUntil(election).time),
    ...(supersededOn && { since: longDate(supersededOn, language) }),
  }
}

/** `{slot}` is a fact of the election, `{day fed.spending.from}` a day of its calendar. Throws on any other. */
function fillSlots(
  text: string,
  slots: Readonly<Record<string, string>>,
  election: Election,
  language: LetterLanguage,
): string {
  return text.replace(/\{(day )?([\w.]+)\}/g, (_, isDay: string | undefined, name: string) => {
    const day = isDay && electionCalendar(election).find(({ id }) => id === name)?.date
    const filling = isDay ? day && longDate(day, language) : slots[name]
    if (!filling) throw new Error(`a statement of ${election.ruleset.id} has an unknown slot: ${name}`)
    return filling
  })
}

/** `13:00` is `13 uur` or `13 h`, `08:30` is `8.30 uur` or `8 h 30`. */
export function hourText(time: string, language: LetterLanguage = 'nl'): string {
  const [hours, minutes] = time.split(':')
  const whole = minutes === '00'
  if (language === 'fr') return `${Number(hours)} h${whole ? '' : ` ${minutes}`}`
  return `${Number(hours)}${whole ? '' : `.${minutes}`} uur`
}
