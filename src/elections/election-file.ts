import { z } from 'zod'
import { languageRegimes } from '../municipalities/index.ts'
import { electionEvents } from './calendar/calendar-rule.ts'
import type { DatedEvent, ElectionSettings } from './election.ts'
import { assemblies, type VotingMode, voterCategories } from './ruleset.ts'
import {
  channelPolicies,
  day,
  languageRequestRule,
  languagesOfLetter,
  listChecks,
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

const datedEvents = electionEvents.filter((event): event is DatedEvent => event !== 'polling-day')
const line = z.string().trim().min(1).max(120)
const text = z.string().trim().min(1).max(4000)

const decisions = z.strictObject({
  pollingDay: sourced(day)
    .optional()
    .describe('the same day as `pollingDay`, where a decree moved it from the day that the ruleset expects'),
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
  listChecks: sourced(listChecks)
    .optional()
    .describe('from when on something about a voters list gives a warning; shares in percent'),
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
    assemblies: z
      .array(z.enum(assemblies))
      .min(1)
      .optional()
      .describe('all that is elected on this day, such as ["KAMER"]; absent: all that its ruleset elects'),
    namedAssemblies: z
      .array(z.enum(assemblies))
      .optional()
      .describe('assemblies elected in this municipality but not everywhere, such as "DISTRICTSRAAD"'),
    uncontested: z
      .array(z.enum(assemblies))
      .optional()
      .describe('assemblies for which no vote takes place, for lack of opponents'),
    french: z
      .strictObject({ name: z.string().trim().min(1).max(80).describe('name as voters read it, in French') })
      .optional()
      .describe('what French letters say of the election, where letters may be French'),
    uncontestedDistricts: z
      .array(line)
      .min(1)
      .optional()
      .describe('districts whose council is elected without a vote, by name'),
    newMunicipality: line
      .optional()
      .describe('name of the new municipality, where municipalities merge and elect its first council'),
    events: z
      .partialRecord(
        z.enum(datedEvents),
        sourced(day.describe('the day of the event, as "value": "2027-03-01"')).describe(
          'the day with its source, as { "value": "2027-03-01", "source": "royal decree of …", "mark": "L" }',
        ),
      )
      .optional()
      .describe(
        'days of events from which deadlines are counted, such as "dissolution" of the Chamber, or the "decision" to hold an extraordinary election',
      ),
    decisions: decisions.optional().describe('values of the ruleset decided for this election'),
    signedOff: signedOff.optional().describe('values of the ruleset signed off as they stand there'),
  })
  .describe('An election of one municipality in Kiesloket.')
