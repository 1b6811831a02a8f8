import { z } from 'zod'

/**
 * What a certificate says, in the order of docs/certificate.md. The schema is the door for files that come back
 * to be verified; writing goes through the same types.
 */
export type Certificate = z.output<typeof certificateSchema>
export type CertifiedSums = Pick<Certificate, 'digital' | 'paper'>

/** The files of a certificate, side by side in one folder. */
export const fileNames = {
  certificate: 'certificate.json',
  leaves: 'leaves.jsonl',
  document: 'certificate.pdf',
  publicCopy: 'certificate-public.json',
} as const

export const certificateFormat = 'kiesloket-certificate/1'

/** How the leaves were put into a tree. */
export const hashing =
  'RFC 9162 section 2.1.1 with SHA-256; a leaf is a line of the file without its line end'

export const count = z.int().nonnegative()
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)
const reasons = z.record(z.string(), count)
const moment = z.iso.datetime()

const list = z.strictObject({
  frozen: count,
  added: count,
  struck: count,
  /** On the list with nothing left to vote for, and so without a letter; absent: nobody. */
  withoutBallot: z.int().positive().optional(),
  voters: count,
})
const digital = z.strictObject({
  voters: count,
  delivered: count,
  inactive: count,
  unreachable: reasons,
  refused: reasons,
  unconfirmed: reasons,
})
const paper = z.strictObject({ voters: count, printed: count, exceptions: reasons })

export const subjectSchema = z.strictObject({
  municipality: z.strictObject({ name: z.string(), nisCode: z.string(), enterpriseNumber: z.string() }),
  election: z.strictObject({
    code: z.string(),
    name: z.string(),
    pollingDay: z.iso.date(),
    ruleset: z.strictObject({ id: z.string(), version: z.int() }),
  }),
})

/** What the route promises: a letter arrives once; or at most once, with every doubt named `unconfirmed`. */
export const routeSchema = z.strictObject({
  name: z.string(),
  guarantee: z.enum(['exactly-once', 'at-most-once']),
})

export const sendingSchema = z.strictObject({
  /** Every road by which letters were sent, as it was written down with each attempt. */
  routes: z.array(routeSchema),
  openedAt: moment,
  firstSentAt: moment.nullable(),
  lastSentAt: moment.nullable(),
})

export const makingSchema = z.strictObject({
  templateVersions: z.array(z.string()),
  pressVersions: z.array(z.string()),
  plates: z.array(sha256Hex),
})

export const certificateSchema = z.strictObject({
  format: z.literal(certificateFormat),
  certificateId: z.guid(),
  writtenAt: moment,
  software: z.string(),
  ...subjectSchema.shape,
  list: z.strictObject({ ...list.shape, sha256: sha256Hex, closedAt: moment }),
  letters: z.strictObject({
    ...makingSchema.shape,
    /** Voters by the version of their current letter; 2 is a first correction. */
    versions: z.record(z.string().regex(/^[1-9]\d*$/), count),
    /** Earlier letters that are no longer a voter's letter: had they reached a mailbox, or a print file? */
    ended: z.array(
      z.strictObject({
        state: z.enum(['superseded', 'withdrawn']),
        /** `unconfirmed`: taken back while it was on its way, and nobody knows. */
        arrived: z.union([z.boolean(), z.literal('unconfirmed')]),
        printed: z.boolean(),
        letters: count,
      }),
    ),
    /** Issued beside the letters, none of which they are; absent: none. */
    duplicates: z.strictObject({ printed: count, sent: count }).optional(),
  }),
  releases: z.array(
    z.strictObject({
      sampleSha256: sha256Hex,
      requestedBy: z.string(),
      requestedAt: moment,
      releasedBy: z.string(),
      releasedAt: moment,
      /** Absent: by the own right. Otherwise as a deputy, or by breaking the glass, and why. */
      releasedAs: z.enum(['deputy', 'broken-glass']).optional(),
      /** For whom the deputy stood. */
      releasedFor: z.string().optional(),
      releasedBecause: z.string().optional(),
      /** Its letters left with the electronic seal of the municipality; absent: without. */
      sealed: z.literal(true).optional(),
      letters: count,
    }),
  ),
  sending: sendingSchema,
  digital,
  paper: z.strictObject({
    ...paper.shape,
    policy: z.enum(['paper-for-all', 'paper-for-the-rest']),
    printFiles: z.array(
      z.strictObject({
        name: z.string(),
        letters: count,
        pages: count,
        sha256: sha256Hex,
        indexSha256: sha256Hex,
        reprintedBecause: z.string().optional(),
      }),
    ),
  }),
  sections: z.array(z.strictObject({ section: z.int().positive(), list, digital, paper })),
  leaves: z.strictObject({
    file: z.string(),
    sha256: sha256Hex,
    count,
    hashing: z.string(),
    root: sha256Hex,
  }),
  document: z.strictObject({ file: z.string(), sha256: sha256Hex }),
})
