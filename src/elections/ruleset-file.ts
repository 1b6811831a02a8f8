import { z } from 'zod'
import { electionEvents, milestones } from './calendar/calendar-rule.ts'
import {
  assemblies,
  duplicateReasons,
  languageRequestRules,
  letterLanguages,
  marks,
  mentions,
  type Ruleset,
  type Sourced,
  sectionListColumns,
  statementConditions,
  voterCategories,
  votingModes,
} from './ruleset.ts'

const text = z.string().trim().min(1)
export const day = z.iso.date()
export const hour = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)
const mark = z.enum(marks)

/** A sign-off of a value where it stands: by whom and when; its source is the value's own. */
const signedOff = {
  checkedBy: text.optional().describe('who signed the value off'),
  checkedAt: day.optional().describe('on which day, as 2029-05-01'),
}

/** A sign-off beside the value. */
export const signOff = z.strictObject({
  source: text.describe('what the value was compared with'),
  checkedBy: text.describe('who signed the value off'),
  checkedAt: day.describe('on which day, as 2029-05-01'),
})

export function sourced<T>(value: z.ZodType<T>): z.ZodType<Sourced<T>> {
  return z.strictObject({
    value,
    source: text.describe('where the value was read: an article of law, a decree, a public page'),
    mark: mark.describe(
      'how sure it is: L law, S source, S-old older source, I inferred, M background, NV not verified',
    ),
    note: text.optional().describe('what the reader has to know besides'),
    ...signedOff,
    readOn: day.optional().describe('the day on which it was read there'),
  })
}

export const openingHours = z.strictObject({
  open: hour.describe('opening hour, as 08:00'),
  close: hour.describe('closing hour, as 13:00'),
})
export const phoneViewRule = z.strictObject({ acceptedAtBureau: z.boolean(), acceptedForProxy: z.boolean() })
const percent = z.int().min(1).max(100)
export const listChecks = z.strictObject({
  changeOfList: percent,
  changeSinceLastElection: percent,
  wrongAges: percent,
  fewestWrongAges: z.int().min(1),
  votersElsewhere: percent,
  votersInAHome: z.int().min(1),
  oldestAge: z.int().min(100).max(150),
})
export const channelPolicies = z.enum(['paper-for-all', 'paper-for-the-rest'])
const noted = { mark, note: text.optional(), ...signedOff, readOn: day.optional() }
const assembly = z.enum(assemblies)
export const languagesOfLetter = z.array(z.enum(letterLanguages)).min(1)
export const languageRequestRule = z.enum(languageRequestRules)

const few = z.int().min(0).max(400)
const period = z.strictObject({
  after: z.enum(electionEvents),
  days: z.int().min(1).max(3660).optional(),
  months: z.int().min(1).max(1200).optional(),
  notCounting: z.array(z.int().min(1).max(12)).min(1).max(11).optional(),
})
const offset = z.union([
  z.strictObject({ daysBefore: few }),
  z.strictObject({ daysAfter: few }),
  z.strictObject({
    monthsBefore: z.int().min(0).max(12),
    day: z.union([z.int().min(1).max(28), z.literal('last')]).optional(),
  }),
  z.strictObject({ monthsAfter: z.int().min(1).max(120) }),
  z.strictObject({ fixed: z.string().regex(/^[0-1][0-9]-[0-3][0-9]$/) }),
  period,
  z.strictObject({ setBy: text }),
])

const ruleTime = z.union([z.literal('closing'), z.string().regex(/^\d\d:\d\d(?:-\d\d:\d\d)?$/)])
const votingMode = z.enum(votingModes)

const calendarRule = z.strictObject({
  id: z.string().regex(/^(?:fed|loc)(?:\.[a-zA-Z]+)+$/),
  label: text,
  offset,
  time: z.union([ruleTime, z.strictObject({ PAPER: ruleTime, DIGITAL: ruleTime })]).optional(),
  bound: z.enum(['on', 'latest', 'strictly-before', 'from']),
  actor: text,
  article: text,
  ...noted,
  milestone: z.enum(milestones).optional(),
  with: z.array(assembly).min(1).optional(),
  without: z.array(assembly).min(1).optional(),
  votingMode: votingMode.optional(),
  limits: z.literal('polling-day').optional(),
})

const statementKey = z.string().regex(/^st\.[a-zA-Z]+$/)

const statementRule = z.strictObject({
  key: statementKey,
  where: z.array(z.enum(['opening', 'letter', 'phone', 'verification'])).min(1),
  condition: z.enum(statementConditions),
  title: text.optional(),
  text,
  source: text,
  ...noted,
})

const statutoryText = z.strictObject({
  key: z.string().regex(/^[a-z]+-[0-9a-z-]+$/),
  article: text,
  treatment: z.enum(['recall', 'reproduce']),
  citation: text,
  heading: text,
  text,
  ...noted,
})

const frenchTexts = z.strictObject({
  version: z.int().min(1),
  legalName: sourced(text),
  assemblies: z.partialRecord(assembly, sourced(text)),
  statements: z.array(statementRule.pick({ key: true, title: true, text: true, source: true }).extend(noted)),
  statutoryTexts: z.array(
    statutoryText
      .pick({ key: true, citation: true, heading: true, text: true })
      .extend({ source: text, ...noted }),
  ),
})

const letterModelRule = z.strictObject({
  key: z.string().regex(/^[A-Z]+(?:_[A-Z0-9]+)+$/),
  title: text,
  categories: z.array(z.enum(voterCategories)).min(1).optional(),
  assemblies: z.array(assembly).min(1).optional(),
  municipalities: z
    .array(z.string().regex(/^[1-9]\d{4}$/))
    .min(1)
    .optional(),
  withoutStatements: z.array(statementKey).min(1).optional(),
  article: text,
  ...noted,
})

export const retentionRule = z.strictObject({
  key: text,
  data: text,
  keepUntil: text,
  until: period,
  duty: z.enum(['erase', 'keep']),
  article: text,
  ...noted,
})

const assemblyRule = z.strictObject({
  code: assembly,
  name: text,
  elects: text,
  held: z.enum(['everywhere', 'where-named']),
  namedAfter: z.enum(['district', 'new-municipality']).optional(),
})

const categoryRule = z.strictObject({
  assemblies: sourced(z.array(assembly)),
  age: sourced(z.strictObject({ from: z.int().min(16).max(18), to: z.int().max(17).optional() })),
  attendance: sourced(z.enum(['duty', 'free', 'unsettled'])),
})

const groundRules = z.array(z.strictObject({ key: text, label: text, article: text, ...noted })).min(1)

const rulesetFields = z.strictObject({
  id: z.string().regex(/^[a-z]+-[a-z0-9]+$/),
  extends: text.optional(),
  version: z.int().min(1),
  regime: z.enum(['KWB', 'LPKD']),
  name: text,
  readOn: day,
  validity: z.strictObject({ from: day, until: day.optional() }),
  lawTexts: z.array(z.strictObject({ key: text, title: text, version: text, where: text })).min(1),
  expectedPollingDay: sourced(day).optional(),
  onOtherDays: text.optional(),
  legalName: sourced(z.enum(['oproepingsbrief', 'uitnodigingsbrief'])),
  attendanceDuty: sourced(z.boolean()),
  mentions: sourced(z.array(z.enum(mentions)).min(1)),
  assemblies: z.array(assemblyRule).min(1),
  assembliesHeld: sourced(z.array(assembly).min(1)).optional(),
  assemblyOrder: sourced(z.literal('as listed')),
  electorate: z.partialRecord(z.enum(voterCategories), categoryRule),
  birthdayOn29February: sourced(z.enum(['28 February', '1 March'])),
  hours: z.strictObject({ PAPER: sourced(openingHours), DIGITAL: sourced(openingHours) }),
  duplicate: sourced(
    z.strictObject({
      reasons: z.array(z.enum(duplicateReasons)).min(1),
      until: z.enum(['closing', 'noon']),
    }),
  ),
  phoneView: sourced(phoneViewRule),
  channelPolicy: sourced(channelPolicies),
  languages: z.strictObject({
    nl: sourced(languagesOfLetter),
    rand: sourced(languagesOfLetter),
    taalgrens: sourced(languagesOfLetter),
  }),
  languageRequest: sourced(languageRequestRule),
  modelPrefix: z.string().regex(/^[A-Z]+(?:_[A-Z]+)*$/),
  paperColour: z.partialRecord(z.enum(voterCategories), sourced(text)),
  postageMention: sourced(text),
  calendar: z.array(calendarRule).min(1),
  statements: z.array(statementRule).min(1),
  statutoryTexts: z.array(statutoryText).min(1),
  french: frenchTexts.optional(),
  letterModels: z.array(letterModelRule),
  retention: z.array(retentionRule).min(1),
  sectionList: sourced(z.array(z.enum(sectionListColumns)).min(1)),
  sectionSizes: sourced(
    z.strictObject({
      smallest: z.int().min(1).optional(),
      largest: z.int().min(1).optional(),
      largestByLeave: z.int().min(1).optional(),
      largestDigital: z.int().min(1).optional(),
    }),
  ),
  listChecks: sourced(listChecks),
  grounds: z.strictObject({ strike: groundRules, addition: groundRules, correction: groundRules }),
})

/** A ruleset file of `rulesets/`; a value without a source does not pass. */
export const rulesetSchema: z.ZodType<Ruleset> = rulesetFields.refine(
  ({ electorate, paperColour }) => voterCategories.every((one) => !electorate[one] || paperColour[one]),
  { path: ['paperColour'], message: 'every category of the electorate has one' },
)
