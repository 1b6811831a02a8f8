import { readFileSync } from 'node:fs'
import type { Election } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Check, type CheckFinding, wrongChecks } from './check.ts'
import { checkTextsNl } from './check-texts.ts'
import type { SampleDifference } from './compare-samples.ts'
import { partName } from './part-name.ts'
import { reasonWords, texts, word } from './proof-texts.nl.ts'
import type { SampleContents, TakenSample } from './take-sample.ts'

export interface Proof {
  readonly municipality: string
  readonly election: Election
  readonly sample: TakenSample
  readonly difference: SampleDifference | undefined
}

const layout = readFileSync(new URL('proof.typ', import.meta.url), 'utf8')

/** The pages before the letters: checks, difference, numbers, and why each letter is there. */
export function typesetProofFront(typesetter: Typesetter, proof: Proof): Promise<Uint8Array> {
  return typesetter.typeset({ main: layout, inputs: { view: JSON.stringify(viewOf(proof)) } })
}

function viewOf({ municipality, election, sample, difference }: Proof) {
  const { contents } = sample
  const { coverage, checks, letters } = contents
  const hash = sample.sampleSha256.toString('hex')
  return {
    title: texts.title,
    subtitle: texts.subtitle(municipality, election.name, longDate(election.pollingDay, 'nl')),
    footer: texts.footer(municipality, hash),
    summary: texts.summary(letters.length, coverage.composed, wrongChecks(checks).length),
    facts: factsOf(contents, hash),
    words: texts.words,
    checks: checks.map((check) => checkView(election, check)),
    difference: differenceView(election, difference),
    counts: countsView(contents),
    index: {
      ...{ title: texts.index.title, text: texts.index.text, head: texts.index.head },
      rows: letters.map(({ section, listNumber, category, language, why }, index) => [
        ...[index + 1, section, listNumber].map(String),
        ...[word(category), word(language), why.map((reason) => reasonWords[reason]).join('; ')],
      ]),
    },
  }
}

function factsOf({ listSha256, lettersSha256, templates, presses, coverage }: SampleContents, hash: string) {
  const fact = (label: string, value: string, isHash = false) => ({ label, value, hash: isHash })
  return [
    fact(texts.facts.hash, hash, true),
    fact(texts.facts.list, listSha256, true),
    fact(texts.facts.letters, lettersSha256, true),
    fact(texts.facts.versions, `${templates.join(', ')} · ${presses.join(', ')}`),
    fact(texts.facts.typesetWhole, texts.letters(coverage.typesetWhole)),
  ]
}

const signs = { right: '✓', unsure: '!', wrong: '✗' } as const

type Rules = Pick<Election, 'ruleset'>

function checkView(election: Rules, { code, outcome, letters, found, findings }: Check) {
  const { title, remedy } = checkTextsNl[code]
  const more = found > findings.length ? [texts.more(found - findings.length)] : []
  return {
    ...{ outcome, title, sign: signs[outcome], letters: texts.letters(letters) },
    remedy: outcome === 'right' ? null : remedy,
    findings: [...findings.map((finding) => findingText(election, finding)), ...more],
  }
}

function findingText(election: Rules, { section, listNumber, part, says, shouldSay }: CheckFinding): string {
  const said = says === undefined ? '' : ` “${says}”`
  const instead = shouldSay === undefined ? '' : texts.instead(shouldSay)
  return `${texts.where(section, listNumber)}: ${partName(election, part)}${said}${instead}`
}

const mostShown = 400
const mostText = 300

function differenceView(election: Rules, difference: SampleDifference | undefined) {
  const { title, head, countHead, none, ...words } = texts.difference
  const empty = { title, head, countHead, changes: [], counts: [], more: '' }
  if (!difference) return { ...empty, text: none }
  const { sampleSha256, wasReleased, unchanged, added, counts } = difference
  const sections = unchanged + new Set(difference.texts.flatMap((change) => change.sections)).size
  const where = (numbers: readonly number[]) =>
    numbers.length === sections && sections > 1 ? words.everywhere(sections) : numbers.join(', ')
  return {
    ...empty,
    text: [
      words.since(wasReleased, sampleSha256),
      words.unchanged(unchanged),
      ...(added.length > 0 ? [words.added(added.join(', '))] : []),
    ].join(' '),
    changes: difference.texts.map((change) => [
      ...[
        partName(election, change.part),
        shortened(change.before),
        shortened(change.after),
        where(change.sections),
      ],
    ]),
    counts: counts
      .slice(0, mostShown)
      .map((count) => [
        ...[String(count.section), word(count.category), word(count.language)],
        ...[String(count.before), String(count.after)],
      ]),
    more: counts.length > mostShown ? words.moreCounts(counts.length - mostShown) : '',
  }
}

function shortened(text: string): string {
  return text === '' ? '–' : text.length > mostText ? `${text.slice(0, mostText)}…` : text
}

function countsView({ plates, coverage }: SampleContents) {
  const groups = Map.groupBy(
    plates,
    ({ section, category, language }) => `${section} ${category} ${language}`,
  )
  const rows = [...groups.values()].map((group) => {
    const { section, category, language } = group[0]!
    const letters = group.reduce((total, one) => total + one.letters, 0)
    return [String(section), word(category), word(language), String(letters)]
  })
  const { title, head, all } = texts.counts
  return { title, head, rows: [...rows, [all, '', '', String(coverage.composed)]] }
}
