import { longDate } from '../platform/dates.ts'
import { dutchMoment, dutchNumber, type PaperPart, type PaperView } from '../platform/pdf/paper.ts'
import type { Part } from './holdings.ts'
import type { PurgeReportFacts } from './purge-report.ts'
import { texts } from './purge-report-texts.nl.ts'

/** A purge report as people read it. */
export function purgeReportView(facts: PurgeReportFacts, keyId: string): PaperView {
  const { municipality, election, complete, purged } = facts
  const rows = purged.reduce((sum, one) => sum + one.rows, 0)
  return {
    title: texts.title,
    municipality: municipality.name,
    lines: [election.name, texts.pollingDay(longDate(election.pollingDay, 'nl'))],
    verdict: complete ? texts.complete : texts.notComplete,
    verdictText: complete ? texts.completeText(dutchNumber(rows)) : texts.notCompleteText(dutchNumber(rows)),
    warns: !complete,
    parts: [
      whyPart(facts),
      purgedPart(facts),
      foundPart(facts),
      staysPart(facts),
      outsidePart(facts),
      sealPart(facts, keyId),
    ],
    signatures: [],
    signatureText: '',
    footer: texts.footer(municipality.name, dutchMoment(facts.writtenAt)),
  }
}

function whyPart({ validation, holds, rules }: PurgeReportFacts): PaperPart {
  const words = texts.why
  const partName = (part: Part) => words.parts[part]
  return {
    title: words.title,
    items: [
      words.validated(longDate(validation.on, 'nl'), validation.source),
      ...holds.map(({ placedAt, liftedOn, source }) =>
        words.hold(dutchMoment(placedAt), liftedOn && longDate(liftedOn, 'nl'), source),
      ),
      ...rules.map(({ part, article, mark, duty, dueOn }) =>
        words.rule(
          partName(part),
          article,
          words.duty[duty],
          dueOn && longDate(dueOn, 'nl'),
          words.sure(mark),
        ),
      ),
    ],
  }
}

function purgedPart({ purged }: PurgeReportFacts): PaperPart {
  const { title, text, head } = texts.purged
  return {
    title,
    text,
    table: {
      columns: [
        { head: head.what, wide: true },
        { head: head.rows, number: true },
        { head: head.article },
        { head: head.at },
        { head: head.by },
      ],
      rows: purged.map(({ table, how, rows, article, at, by }) => [
        `${tableName(table)}${how === 'erased' ? '' : ` (${texts.how[how]})`}`,
        dutchNumber(rows),
        article,
        dutchMoment(at),
        texts.by[by] ?? by,
      ]),
    },
  }
}

function foundPart({ found }: PurgeReportFacts): PaperPart {
  const { title, text, head } = texts.found
  return {
    title,
    text,
    table: {
      columns: [
        { head: head.table, wide: true },
        { head: head.rows, number: true },
      ],
      rows: found.map(({ table, rows }) => [tableName(table), dutchNumber(rows)]),
    },
  }
}

function staysPart({ stays }: PurgeReportFacts): PaperPart {
  const { title, text, head } = texts.stays
  return {
    title,
    text,
    table: {
      columns: [{ head: head.what }, { head: head.rows, number: true }, { head: head.why, wide: true }],
      rows: stays.map(({ table, rows, why }) => [
        tableName(table),
        rows === null ? texts.stays.ofMunicipality : dutchNumber(rows),
        texts.whys[table] ?? why,
      ]),
    },
  }
}

function outsidePart({ outside }: PurgeReportFacts): PaperPart {
  const { title, text, head, files } = texts.outside
  return {
    title,
    text,
    table: {
      columns: [{ head: head.what }, { head: head.where, wide: true }],
      rows: outside.map(({ what, where }) => [files[what] ?? what, where]),
    },
  }
}

function sealPart({ reportId, audit, certificates, software }: PurgeReportFacts, keyId: string): PaperPart {
  const words = texts.seals
  const { lastSeal } = audit
  return {
    title: words.title,
    text: words.text,
    table: {
      columns: [{ head: words.head.what }, { head: words.head.value, wide: true, hash: true }],
      rows: [
        [words.report, reportId],
        [words.key, keyId],
        [words.seal, lastSeal ? `${lastSeal.number}: ${lastSeal.seal}` : words.none],
        ...certificates.map(({ root }) => [words.root, root]),
        [words.software, software],
      ],
    },
  }
}

function tableName(table: string): string {
  return texts.tables[table] ?? table
}
