import { type FileFault, faultsOfFile } from '../municipalities/index.ts'
import { checkDocument, type DocumentFault, type NotValid, notValid } from '../platform/document.ts'
import { faultsOfEvents, faultsOfPollingDay } from './check-polling-day.ts'
import { withDecisions } from './decide.ts'
import { heldAssemblies } from './election.ts'
import { type ElectionDocument, electionSchema } from './election-file.ts'
import { listRulesets, loadRuleset } from './load-ruleset.ts'
import type { Ruleset } from './ruleset.ts'
import { unverifiedValues } from './unverified-values.ts'

/** Checks an election file against its schema and against its ruleset. */
export function checkElectionFile(
  document: unknown,
): { ok: true; document: ElectionDocument; ruleset: Ruleset } | NotValid {
  const checked = checkDocument(electionSchema, document)
  if (!checked.ok) return checked
  const ruleset = loadRuleset(checked.value.rulesetId)
  if (!ruleset) {
    const remedy = `Name one of: ${listRulesets().join(', ')}`
    return notValid([{ path: 'rulesetId', wrong: 'is not a ruleset', remedy, known: listRulesets() }])
  }
  const faults = [...faultsAgainst(ruleset, checked.value)]
  return faults.length > 0 ? notValid(faults) : { ok: true, document: checked.value, ruleset }
}

/** What is wrong with the form of an election file, as facts for a sentence in any language. */
export function faultsOfElectionFile(document: unknown): readonly FileFault[] {
  return faultsOfFile(electionSchema, document)
}

function* faultsAgainst(ruleset: Ruleset, document: ElectionDocument): Generator<DocumentFault> {
  yield* faultsOfPollingDay(ruleset, document)
  yield* faultsOfEvents(ruleset, document)
  yield* faultsOfAssemblies(ruleset, document)
  yield* faultsOfNames(ruleset, document)
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

/** What only makes sense for what is elected on this day. */
function* faultsOfNames(ruleset: Ruleset, document: ElectionDocument): Generator<DocumentFault> {
  const after = new Set(heldAssemblies({ ruleset, settings: document }).map(({ namedAfter }) => namedAfter))
  const wrong = 'is for an assembly that is not elected in this election'
  if (document.newMunicipality && !after.has('new-municipality'))
    yield { path: 'newMunicipality', wrong, remedy: 'Remove it' }
  if (document.uncontestedDistricts && !after.has('district'))
    yield {
      path: 'uncontestedDistricts',
      wrong,
      remedy: 'Remove it, or name DISTRICTSRAAD in namedAssemblies',
    }
}

function* faultsOfAssemblies(ruleset: Ruleset, document: ElectionDocument): Generator<DocumentFault> {
  const known = {
    assemblies: ruleset.assemblies.map(({ code }) => code),
    namedAssemblies: ruleset.assemblies.filter(({ held }) => held === 'where-named').map(({ code }) => code),
    uncontested: heldAssemblies({ ruleset, settings: document }).map(({ code }) => code),
  }
  for (const field of ['assemblies', 'namedAssemblies', 'uncontested'] as const)
    for (const code of document[field] ?? [])
      if (!known[field].includes(code)) yield unknownName(field, code, known[field])
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
  return { path: `${field}.${name}`, wrong: 'is not in this ruleset', remedy, known }
}
