import { dayInBelgium, longDate } from '../platform/dates.ts'
import { dutchMoment, dutchNumber, type PaperPart, type PaperView } from '../platform/pdf/paper.ts'
import type { StatementFacts } from './governor-statement.ts'
import { texts } from './governor-texts.nl.ts'

/** The statement to the governor as people read and sign it. */
export function governorView(facts: StatementFacts): PaperView {
  const { municipality, election, deadline, voters, inTime, late } = facts
  const day = longDate(deadline.day, 'nl')
  const said = inTime
    ? texts.inTimeText(dutchNumber(voters), day, deadline.article) + laterText(late)
    : texts.notInTimeText(dutchNumber(voters), dutchNumber(late.late), day, deadline.article)
  const isSure = deadline.mark === 'L' || deadline.mark === 'S'
  return {
    title: texts.title,
    municipality: municipality.name,
    lines: [texts.to, election.name, texts.pollingDay(longDate(election.pollingDay, 'nl'))],
    verdict: inTime ? texts.inTime : texts.notInTime,
    verdictText: said + (isSure ? '' : texts.unverified(deadline.mark)),
    warns: !inTime,
    parts: [paperPart(facts), digitalPart(facts), latePart(facts), { ...texts.facts }],
    signatures: facts.signedBy,
    signatureText: texts.signatures(
      municipality.name,
      longDate(dayInBelgium(new Date(facts.writtenAt)), 'nl'),
    ),
    footer: texts.footer(municipality.name, dutchMoment(facts.writtenAt)),
  }
}

/** What could not leave in time: nobody was on the list yet, or the first letter had. */
function laterText({ added, replaced }: StatementFacts['late']): string {
  return added + replaced > 0 ? texts.laterText(dutchNumber(added), dutchNumber(replaced)) : ''
}

type Row = readonly [what: string, value: number | string]

function counts(rows: readonly Row[]): PaperPart['table'] {
  return {
    columns: [
      { head: texts.what, wide: true },
      { head: texts.counts, number: true },
    ],
    rows: rows.map(([what, value]) => [what, typeof value === 'number' ? dutchNumber(value) : value]),
  }
}

function moment(iso: string | null): string {
  return iso ? dutchMoment(iso) : texts.none
}

function paperPart({ paper }: StatementFacts): PaperPart {
  const { title, textForAll, textForTheRest, ...words } = texts.paper
  const text = paper.policy === 'paper-for-all' ? textForAll : textForTheRest
  const posted = paper.posted ? ` ${words.posted(longDate(paper.posted.on, 'nl'), paper.posted.source)}` : ''
  const table = counts([
    [words.inTime, paper.letters.inTime],
    [words.late, paper.letters.late],
    [words.notPrinted, paper.notPrinted],
    [words.exceptions, paper.exceptions],
    [words.first, moment(paper.firstAt)],
    [words.last, moment(paper.lastAt)],
  ])
  return { title, text: text + posted, table: table! }
}

function digitalPart({ digital }: StatementFacts): PaperPart {
  const { title, text, ...words } = texts.digital
  const table = counts([
    [words.inTime, digital.letters.inTime],
    [words.late, digital.letters.late],
    [words.notSent, digital.notSent],
    [words.first, moment(digital.firstAt)],
    [words.last, moment(digital.lastAt)],
  ])
  return { title, text, table: table! }
}

function latePart({ late }: StatementFacts): PaperPart {
  const { title, text, ...words } = texts.late
  const table = counts([
    [words.added, late.added],
    [words.replaced, late.replaced],
    [words.late, late.late],
  ])
  return { title, text, table: table! }
}
