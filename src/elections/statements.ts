import type { MunicipalitySettings } from '../municipalities/index.ts'
import { addressLines } from '../platform/address.ts'
import { longDate } from '../platform/dates.ts'
import { electionCalendar } from './calendar.ts'
import { channelPolicy, duplicateUntil, type Election, openingHours } from './election.ts'
import { letterModel } from './letter-model.ts'
import type { StatementCondition, StatementPlace, StatutoryText, VoterCategory } from './ruleset.ts'

/** A keyed block of Dutch text. */
export interface Statement {
  readonly key: string
  readonly title?: string
  readonly text: string
}

/** What decides which statements hold, besides the election itself. */
export interface Situation {
  readonly where: StatementPlace
  readonly category: VoterCategory
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
  const slots = slotsOf(election, settings, situation)
  const without = letterModel(election, settings, situation.category)?.withoutStatements ?? []
  return election.ruleset.statements
    .filter(({ key, where }) => where.includes(situation.where) && !without.includes(key))
    .filter(({ condition }) => holds[condition](election, situation))
    .map(({ key, title, text }) => ({ key, ...(title && { title }), text: fillSlots(text, slots, election) }))
}

/** What the letter has to recall or reproduce, with the article it comes from. */
export function statutoryTexts(
  ruleset: Election['ruleset'],
): readonly (StatutoryText & { source: string })[] {
  return ruleset.statutoryTexts.map((text) => ({ ...text, source: text.article }))
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
  { duplicateDesk }: MunicipalitySettings,
  { supersededOn }: Situation,
): Record<string, string> {
  const { open, close } = openingHours(election)
  return {
    pollingDay: longDate(election.pollingDay, 'nl'),
    open: dutchHour(open),
    close: dutchHour(close),
    duplicatePlace: duplicateDesk.place,
    duplicateAddress: addressLines(duplicateDesk.address).join(', '),
    duplicateHours: duplicateDesk.hours.join('. '),
    duplicateUntil: dutchHour(duplicateUntil(election).time),
    ...(supersededOn && { since: longDate(supersededOn, 'nl') }),
  }
}

/** `{slot}` is a fact of the election, `{day fed.spending.from}` a day of its calendar. Throws on any other. */
function fillSlots(text: string, slots: Readonly<Record<string, string>>, election: Election): string {
  return text.replace(/\{(day )?([\w.]+)\}/g, (_, isDay: string | undefined, name: string) => {
    const day = isDay && electionCalendar(election).find(({ id }) => id === name)?.date
    const filling = isDay ? day && longDate(day, 'nl') : slots[name]
    if (!filling) throw new Error(`a statement of ${election.ruleset.id} has an unknown slot: ${name}`)
    return filling
  })
}

/** `13:00` is `13 uur`, `08:30` is `8.30 uur`. */
export function dutchHour(hour: string): string {
  const [hours, minutes] = hour.split(':')
  return `${Number(hours)}${minutes === '00' ? '' : `.${minutes}`} uur`
}
