import { z } from 'zod'
import { total } from '../reconciling/reconciliation.ts'
import {
  type Certificate,
  type CertifiedSums,
  makingSchema,
  sendingSchema,
  sha256Hex,
  subjectSchema,
} from './certificate.ts'
import { isSmall, type PublishedTable, publishReasons, publishTable } from './small-cells.ts'

/** The copy for publication: no count below `smallestCount`, none that could be computed, no names of officials. */
export type PublicCopy = z.output<typeof publicCopySchema>

export const publicFormat = 'kiesloket-certificate-public/1'

/** Below this a count is not published, unless it is nought. */
export const defaultSmallestCount = 5

const shown = z.int().nonnegative().nullable()
const reasons = z.record(z.string(), z.int().nonnegative()).optional()

const digitalColumns = z.strictObject({
  delivered: shown,
  inactive: shown,
  unreachable: shown,
  exceptions: shown,
})
const paperColumns = z.strictObject({ printed: shown, exceptions: shown })

export const publicCopySchema = z.strictObject({
  format: z.literal(publicFormat),
  certificateId: z.guid(),
  writtenAt: z.iso.datetime(),
  software: z.string(),
  smallestCount: z.int().min(2),
  ...subjectSchema.shape,
  list: z.strictObject({ sha256: sha256Hex, closedAt: z.iso.datetime() }),
  letters: makingSchema,
  releases: z.array(
    z.strictObject({ sampleSha256: sha256Hex, requestedAt: z.iso.datetime(), releasedAt: z.iso.datetime() }),
  ),
  sending: sendingSchema,
  policy: z.enum(['paper-for-all', 'paper-for-the-rest']),
  root: sha256Hex,
  voters: shown,
  /** `null`: left out, because it is small or would give a small count away. */
  digital: digitalColumns,
  unreachableBecause: reasons,
  paper: paperColumns,
  sections: z.array(
    z.strictObject({
      sections: z.array(z.int().positive()),
      voters: z.int().positive(),
      digital: digitalColumns,
      paper: paperColumns,
    }),
  ),
})

/**
 * What may be published of a certificate. It holds neither the hash of the whole certificate nor that of its
 * document: whoever knows all but a few numbers could find those by trying.
 */
export function publicCopyOf(certificate: Certificate, smallestCount = defaultSmallestCount): PublicCopy {
  const { certificateId, writtenAt, software, municipality, election, sending } = certificate
  const { templateVersions, pressVersions, plates } = certificate.letters
  return {
    format: publicFormat,
    ...{ certificateId, writtenAt, software, smallestCount, municipality, election },
    list: { sha256: certificate.list.sha256, closedAt: certificate.list.closedAt },
    letters: { templateVersions, pressVersions, plates },
    releases: certificate.releases.map(({ sampleSha256, requestedAt, releasedAt }) => ({
      sampleSha256,
      requestedAt,
      releasedAt,
    })),
    sending,
    policy: certificate.paper.policy,
    root: certificate.leaves.root,
    ...countsOf(certificate, smallestCount),
  }
}

function countsOf(certificate: Certificate, smallest: number) {
  const digital = publishTable(rowsOf(certificate, digitalCells), smallest)
  const paper = publishPaper(certificate, smallest)
  const [, , unreachable] = digital?.total ?? []
  const because = unreachable ? publishReasons(certificate.digital.unreachable, smallest) : undefined
  return {
    voters: digital ? certificate.list.voters : null,
    digital: namedDigital(digital?.total),
    ...(because && { unreachableBecause: because }),
    paper: namedPaper(paper?.total),
    sections: (digital?.rows ?? []).map(({ sections, voters, cells }, row) => ({
      sections: [...sections],
      voters,
      digital: namedDigital(cells),
      paper: namedPaper(paper?.rows[row]?.cells),
    })),
  }
}

/**
 * Where paper goes to the rest only, the voters who get it tell who was delivered to: the section counts are
 * left out, and the whole only stands where nothing of it is small.
 */
function publishPaper(certificate: Certificate, smallest: number): PublishedTable | undefined {
  if (certificate.paper.policy === 'paper-for-all')
    return publishTable(rowsOf(certificate, paperCells), smallest)
  const cells = paperCells(certificate)
  const isPlain = [certificate.paper.voters, certificate.digital.delivered, ...cells].every(
    (count) => !isSmall(count, smallest),
  )
  const digital = publishTable(rowsOf(certificate, digitalCells), smallest)
  return isPlain && digital?.total[0] != null ? { rows: [], total: cells } : undefined
}

function rowsOf(certificate: Certificate, cellsOf: (sums: CertifiedSums) => number[]) {
  return certificate.sections.map((section) => ({
    sections: [section.section],
    voters: section.list.voters,
    cells: cellsOf({ digital: section.digital, paper: { ...certificate.paper, ...section.paper } }),
  }))
}

function digitalCells({ digital }: CertifiedSums): number[] {
  const exceptions = total(digital.refused) + total(digital.unconfirmed)
  return [digital.delivered, digital.inactive, total(digital.unreachable), exceptions]
}

function paperCells({ paper }: CertifiedSums): number[] {
  return [paper.printed, total(paper.exceptions)]
}

type Cells = readonly (number | null)[] | undefined

function namedDigital(cells: Cells) {
  const [delivered = null, inactive = null, unreachable = null, exceptions = null] = cells ?? []
  return { delivered, inactive, unreachable, exceptions }
}

function namedPaper(cells: Cells) {
  const [printed = null, exceptions = null] = cells ?? []
  return { printed, exceptions }
}
