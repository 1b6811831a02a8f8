import type { ElectionDecisions } from './election.ts'
import type { FrenchTexts } from './french-texts.ts'
import type { Ruleset, Sourced, VotingMode } from './ruleset.ts'

/** Puts an election's decisions over the values of its ruleset; the rest stays as the law has it. */
export function withDecisions(
  ruleset: Ruleset,
  votingMode: VotingMode,
  decisions: ElectionDecisions = {},
): Ruleset {
  const { hours, phoneView, channelPolicy, attendance = {}, statutoryTexts = {}, statements = {} } = decisions
  const { pollingDay, languages, languageRequest, listChecks, french = {} } = decisions
  return {
    ...ruleset,
    expectedPollingDay: pollingDay ?? ruleset.expectedPollingDay,
    hours: hours ? { ...ruleset.hours, [votingMode]: hours } : ruleset.hours,
    phoneView: phoneView ?? ruleset.phoneView,
    channelPolicy: channelPolicy ?? ruleset.channelPolicy,
    languages: { ...ruleset.languages, ...languages },
    languageRequest: languageRequest ?? ruleset.languageRequest,
    listChecks: listChecks ?? ruleset.listChecks,
    electorate: Object.fromEntries(
      Object.entries(ruleset.electorate).map(([category, rule]) => {
        const decided = attendance[category as keyof typeof attendance]
        return [category, decided ? { ...rule, attendance: decided } : rule]
      }),
    ),
    statutoryTexts: ruleset.statutoryTexts.map((text) => reworded(text, statutoryTexts[text.key])),
    statements: ruleset.statements.map((statement) => reworded(statement, statements[statement.key])),
    ...(ruleset.french && { french: rewordedFrench(ruleset.french, french) }),
  }
}

function rewordedFrench(texts: FrenchTexts, decided: NonNullable<ElectionDecisions['french']>): FrenchTexts {
  const { statutoryTexts = {}, statements = {} } = decided
  return {
    ...texts,
    statutoryTexts: texts.statutoryTexts.map((text) => reworded(text, statutoryTexts[text.key])),
    statements: texts.statements.map((statement) => reworded(statement, statements[statement.key])),
  }
}

function reworded<Text extends { text: string }>(rule: Text, decided: Sourced<string> | undefined): Text {
  if (!decided) return rule
  const { value, ...origin } = decided
  return { ...rule, note: undefined, readOn: undefined, ...origin, text: value }
}
