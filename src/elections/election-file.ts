import { z } from 'zod'
import { languageRegimes } from '../municipalities/index.ts'
import { checkDocument, type NotValid, notValid } from '../platform/document.ts'
import { isSunday } from './calendar.ts'
import { withDecisions } from './decide.ts'
import type { ElectionSettings } from './election.ts'
import { listRulesets, loadRuleset, unverifiedValues } from './load-ruleset.ts'
import { assemblies, type Ruleset, type VotingMode, voterCategories } from './ruleset.ts'
import {
  channelPolicies,
  day,
  languageRequestRule,
  languagesOfLetter,
  openingHours,
  phoneViewRule,
  signOff,
  sourced,
} from './ruleset-file.ts'

/** The file that an election of one municipality is. */
export interface ElectionDocument extends ElectionSettings {
  readonly code: string
  readonly name: string
  readonly rulesetId: string
  readonly pollingDay: string
  readonly votingMode: VotingMode
}

const line = z.string().trim().min(1).max(120)
const text = z.string().trim().min(1).max(4000)

const decisions = z.strictObject({
  hours: sourced(openingHours).optional().describe('opening hours, once they are decided, with their source'),
  phoneView: sourced(phoneViewRule)
    .optional()
    .describe('whether bureaus accept the letter on a phone, with the source'),
  channelPolicy: sourced(channelPolicies)
    .optional()
    .describe('"paper-for-all", or "paper-for-the-rest" where the law allows it'),
  languages: z
    .partialRecord(z.enum(languageRegimes), sourced(languagesOfLetter))
    .optional()
    .describe(
      'in which languages a letter may be: first that of who asked for nothing, then those on request',
    ),
  languageRequest: sourced(languageRequestRule)
    .optional()
    .describe('how long a request for another language holds: "per document" or "four years"'),
  attendance: z
    .partialRecord(z.enum(voterCategories), sourced(z.enum(['duty', 'free'])))
    .optional()
    .describe('whether voting is a duty, for the categories where the ruleset leaves it open'),
  statutoryTexts: z
    .record(z.string(), sourced(text))
    .optional()
    .describe('official Dutch wording, by the key of the statutory text'),
  statements: z
    .record(z.string(), sourced(text))
    .optional()
    .describe('own wording, by the key of the statement'),
  french: z
    .strictObject({
      statutoryTexts: z
        .record(z.string(), sourced(text))
        .optional()
        .describe('official French wording, by the key of the statutory text'),
      statements: z
        .record(z.string(), sourced(text))
        .optional()
        .describe('own wording in French, by the key of the statement'),
    })
    .optional()
    .describe('wording of the French letter'),
  calendar: z
    .record(z.string(), sourced(day))
    .optional()
    .describe('a day that was set otherwise, by the id of the calendar rule'),
})

const signedOff = z.strictObject({
  rulesetVersion: z.int().min(1).describe('the version of the ruleset that was looked at'),
  values: z
    .record(z.string(), signOff)
    .describe('by the path of the value, as `npx kiesloket election check` names it'),
})

/** The election file; published as `docs/schemas/election.schema.json`. */
export const electionSchema: z.ZodType<ElectionDocument> = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,62}$/)
      .describe('short name for commands, such as "2029": a-z, 0-9 and -'),
    name: line.describe('name as voters read it, in Dutch'),
    rulesetId: z
      .string()
      .describe('the rules of the election: the name of a ruleset file, such as "kwb-2029"'),
    pollingDay: day.describe('polling day, as 2029-06-10: a Sunday'),
    votingMode: z.enum(['PAPER', 'DIGITAL']).describe('"PAPER" or "DIGITAL": how the municipality votes'),
    canton: line.optional().describe('kieskanton, as the stamp names it'),
    constituency: line.optional().describe('kieskring'),
    namedAssemblies: z
      .array(z.enum(assemblies))
      .optional()
      .describe('assemblies elected in this municipality but not everywhere, such as "DISTRICTSRAAD"'),
    uncontested: z
      .array(z.enum(assemblies))
      .optional()
      .describe('assemblies for which no vote takes place, for lack of opponents'),
    french: z
      .strictObject({ name: line.describe('name as voters read it, in French') })
      .optional()
      .describe('what French letters say of the election, where letters may be French'),
    decisions: decisions.optional().describe('values of the ruleset decided for this election'),
    signedOff: signedOff.optional().describe('values of the ruleset signed off as they stand there'),
  })
  .describe('An election of one municipality in Kiesloket.')

/** Checks an election file against its schema and against its ruleset. */
export function checkElectionFile(
  document: unknown,
): { ok: true; document: ElectionDocument; ruleset: Ruleset } | NotValid {
  const checked = checkDocument(electionSchema, document)
  if (!checked.ok) return checked
  const ruleset = loadRuleset(checked.value.rulesetId)
  if (!ruleset) {
    const remedy = `Name one of: ${listRulesets().join(', ')}`
    return notValid([{ path: 'rulesetId', wrong: 'is not a ruleset', remedy }])
  }
  const faults = [...faultsAgainst(ruleset, checked.value)]
  return faults.length > 0 ? notValid(faults) : { ok: true, document: checked.value, ruleset }
}

function* faultsAgainst(ruleset: Ruleset, document: ElectionDocument) {
  if (!isSunday(document.pollingDay))
    yield { path: 'pollingDay', wrong: 'is not a Sunday', remedy: 'Give the Sunday on which people vote' }
  const known = {
    namedAssemblies: ruleset.assemblies.filter(({ held }) => held === 'where-named').map(({ code }) => code),
    uncontested: ruleset.assemblies.map(({ code }) => code),
  }
  for (const field of ['namedAssemblies', 'uncontested'] as const)
    for (const code of document[field] ?? [])
      if (!known[field].includes(code)) yield unknownName(field, code, known[field])
  const { statutoryTexts, statements, calendar, attendance, french } = document.decisions ?? {}
  const keys: [string, object | undefined, string[]][] = [
    ['statutoryTexts', statutoryTexts, ruleset.statutoryTexts.map(({ key }) => key)],
    ['statements', statements, ruleset.statements.map(({ key }) => key)],
    ['calendar', calendar, ruleset.calendar.map(({ id }) => id)],
    [
      'french.statutoryTexts',
      french?.statutoryTexts,
      ruleset.french?.statutoryTexts.map(({ key }) => key) ?? [],
    ],
    ['french.statements', french?.statements, ruleset.french?.statements.map(({ key }) => key) ?? []],
    ['attendance', attendance, Object.keys(ruleset.electorate)],
  ]
  for (const [field, decided, names] of keys)
    for (const name of Object.keys(decided ?? {}))
      if (!names.includes(name)) yield unknownName(`decisions.${field}`, name, names)
  yield* faultsOfSignOff(ruleset, document)
}

/** A sign-off holds for the value that somebody saw: the ruleset's own, and not that of a later version. */
function* faultsOfSignOff(ruleset: Ruleset, { signedOff, votingMode, decisions }: ElectionDocument) {
  if (!signedOff) return
  if (signedOff.rulesetVersion !== ruleset.version)
    yield {
      path: 'signedOff.rulesetVersion',
      wrong: `is ${signedOff.rulesetVersion}, and the ruleset is at version ${ruleset.version}`,
      remedy: `Have the values looked at again, then write ${ruleset.version}`,
    }
  const shipped = new Map(unverifiedValues(ruleset).map(({ path, value }) => [path, value]))
  const decided = unverifiedValues(withDecisions(ruleset, votingMode, decisions))
  const isDecided = (path: string) =>
    decided.some((one) => one.path === path && one.value !== shipped.get(path))
  for (const path of Object.keys(signedOff.values))
    if (!shipped.has(path)) yield unknownName('signedOff.values', path, [...shipped.keys()])
    else if (isDecided(path)) {
      const remedy = 'Remove it here, and give the decision its own checkedBy and checkedAt'
      yield { path: `signedOff.values.${path}`, wrong: 'is decided otherwise in this file', remedy }
    }
}

function unknownName(field: string, name: string, known: readonly string[]) {
  const remedy = known.length > 0 ? `Use one of: ${known.join(', ')}` : 'Remove it'
  return { path: `${field}.${name}`, wrong: 'is not in this ruleset', remedy }
}
