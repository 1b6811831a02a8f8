import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { longDate } from '../../platform/dates.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Reasons, total } from '../reconciling/reconciliation.ts'
import type { Certificate } from './certificate.ts'
import { reasonText, texts } from './certificate-texts.nl.ts'

/** A certificate before its document is made: the document cannot hold its own hash. */
export type CertificateFacts = Omit<Certificate, 'document'>

const mostHashes = 12
const layout = readFileSync(join(import.meta.dirname, 'certificate.typ'), 'utf8')

/** Typesets the readable certificate. The same facts give the same bytes. */
export function typesetCertificate(
  typesetter: Typesetter,
  facts: CertificateFacts,
  keyId: string,
): Promise<Uint8Array> {
  return typesetter.typeset({ main: layout, inputs: { view: JSON.stringify(viewOf(facts, keyId)) } })
}

function viewOf(facts: CertificateFacts, keyId: string) {
  const { municipality, election } = facts
  return {
    title: texts.title,
    author: texts.author,
    municipality: municipality.name,
    election: election.name,
    pollingDay: texts.pollingDay(longDate(election.pollingDay, 'nl')),
    verdict: texts.verdict,
    verdictText: texts.verdictText(number(facts.list.voters)),
    footer: texts.footer(municipality.name, moment(facts.writtenAt)),
    notice: texts.notForPublication,
    sums: [listSum(facts), digitalSum(facts), paperSum(facts)],
    count: texts.count,
    parts: [...facts.releases.map(releasePart), sendingPart(facts)],
    hashes: hashPart(facts, keyId),
    sections: sectionTable(facts),
    words: [
      { ...texts.proves, numbered: false },
      { ...texts.provesNot, numbered: false },
      { ...texts.verify, numbered: true },
    ],
  }
}

type RowKind = 'row' | 'part' | 'total'

function row(label: string, count: number, kind: RowKind = 'row') {
  return { label, count: number(count), kind }
}

function partsOf(reasons: Reasons) {
  return Object.entries(reasons).map(([code, count]) => row(reasonText(code), count, 'part'))
}

function listSum({ list }: CertificateFacts) {
  const { title, text, head, ...words } = texts.list
  return {
    ...{ title, head },
    text: text(moment(list.closedAt)),
    rows: [
      row(words.frozen, list.frozen),
      row(`+ ${words.added}`, list.added),
      row(`− ${words.struck}`, list.struck),
      ...(list.withoutBallot ? [row(`− ${words.withoutBallot}`, list.withoutBallot)] : []),
      row(words.voters, list.voters, 'total'),
    ],
  }
}

function digitalSum({ digital }: CertificateFacts) {
  const { title, text, head, ...words } = texts.digital
  return {
    ...{ title, text, head },
    rows: [
      row(words.delivered, digital.delivered),
      row(words.inactive, digital.inactive),
      row(words.unreachable, total(digital.unreachable)),
      ...partsOf(digital.unreachable),
      row(words.refused, total(digital.refused)),
      ...partsOf(digital.refused),
      row(words.unconfirmed, total(digital.unconfirmed)),
      ...partsOf(digital.unconfirmed),
      row(words.sum, digital.voters, 'total'),
    ],
  }
}

function paperSum({ paper }: CertificateFacts) {
  const { title, head, textForAll, textForTheRest, ...words } = texts.paper
  return {
    ...{ title, head },
    text: paper.policy === 'paper-for-all' ? textForAll : textForTheRest,
    rows: [
      row(words.printed, paper.printed),
      row(words.exceptions, total(paper.exceptions)),
      ...partsOf(paper.exceptions),
      row(words.sum, paper.voters, 'total'),
    ],
  }
}

function fact(label: string, value: string) {
  return { label, value, hash: false }
}

function hashFact(label: string, value: string) {
  return { label, value, hash: true }
}

function releasePart(release: CertificateFacts['releases'][number]) {
  const { title, text, ...words } = texts.release
  return {
    ...{ title, text, head: texts.head },
    rows: [
      fact(words.requestedBy, `${release.requestedBy}, ${moment(release.requestedAt)}`),
      fact(words.releasedBy, `${release.releasedBy}, ${moment(release.releasedAt)}`),
      ...(release.releasedAs ? [fact(words[release.releasedAs], standIn(release))] : []),
      ...(release.sealed ? [fact(words.seal, words.sealed)] : []),
      fact(words.letters, number(release.letters)),
      hashFact(words.sample, release.sampleSha256),
    ],
  }
}

function standIn({ releasedFor, releasedBecause = '' }: CertificateFacts['releases'][number]): string {
  return releasedFor ? `${releasedFor}: ${releasedBecause}` : releasedBecause
}

function sendingPart({ sending, letters }: CertificateFacts) {
  const words = texts.sending
  const versions = Object.entries(letters.versions).map(([version, count]) =>
    words.version(version, number(count)),
  )
  const ended = letters.ended.map(({ state, arrived, printed, letters: count }) => {
    const came = arrived === 'unconfirmed' ? words.maybeArrived : arrived ? words.arrived : words.notArrived
    const fate = [came, printed ? words.printed : words.notPrinted]
    return `${number(count)} ${words[state]} (${fate.join(', ')})`
  })
  return {
    ...{ title: words.title, text: words.text, head: texts.head },
    rows: [
      ...sending.routes.map(({ name, guarantee }) =>
        fact(words.route, `${name}: ${words.guarantee[guarantee]}`),
      ),
      fact(words.firstSentAt, sending.firstSentAt ? moment(sending.firstSentAt) : words.none),
      fact(words.lastSentAt, sending.lastSentAt ? moment(sending.lastSentAt) : words.none),
      fact(words.versions, versions.join(', ')),
      fact(words.ended, ended.length > 0 ? ended.join(', ') : words.none),
      ...(letters.duplicates
        ? [
            fact(
              words.duplicates,
              words.duplicatesIssued(number(letters.duplicates.printed), number(letters.duplicates.sent)),
            ),
          ]
        : []),
      fact(words.template, `${letters.templateVersions.join(', ')} · ${letters.pressVersions.join(', ')}`),
    ],
  }
}

function hashPart(facts: CertificateFacts, keyId: string) {
  const { title, text, ...words } = texts.hashes
  return {
    ...{ title, text, head: texts.head },
    rows: [
      hashFact(words.certificate, facts.certificateId),
      hashFact(words.key, keyId),
      hashFact(words.list, facts.list.sha256),
      hashFact(words.root, facts.leaves.root),
      hashFact(words.leaves(number(facts.leaves.count)), facts.leaves.sha256),
      ...someOf(
        facts.letters.plates.map((plate) => hashFact(words.plate, plate)),
        words.plates,
      ),
      ...someOf(
        facts.paper.printFiles.map((file) => hashFact(words.printFile(file.name), file.sha256)),
        words.printFiles,
      ),
      fact(words.software, facts.software),
      fact(words.rules, `${facts.election.ruleset.id}, versie ${facts.election.ruleset.version}`),
    ],
  }
}

/** A city has hundreds of plates and print files: then the readable document gives their number. */
function someOf(facts: ReturnType<typeof hashFact>[], label: string) {
  return facts.length <= mostHashes ? facts : [fact(label, texts.hashes.seeFile(number(facts.length)))]
}

function sectionTable({ sections }: CertificateFacts) {
  return {
    ...texts.sections,
    rows: sections.map(({ section, list, digital, paper }) => [
      String(section),
      ...[
        list.voters,
        digital.delivered,
        digital.inactive,
        total(digital.unreachable),
        total(digital.refused) + total(digital.unconfirmed),
        paper.printed,
        total(paper.exceptions),
      ].map(number),
    ]),
  }
}

const numbers = new Intl.NumberFormat('nl-BE')

function number(count: number): string {
  return numbers.format(count)
}

const moments = new Intl.DateTimeFormat('nl-BE', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Brussels',
})

/** `10 september 2030 om 11:00:00`: an instant as the clock in Brussels showed it. */
function moment(iso: string): string {
  return moments.format(new Date(iso))
}
