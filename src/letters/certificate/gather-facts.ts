import { v4 as randomId } from 'uuid'
import { travelledRoutes } from '../../delivery/index.ts'
import type { Election } from '../../elections/index.ts'
import { getSettings } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { software } from '../../platform/software.ts'
import { currentList } from '../../voters/index.ts'
import { type PrintFileFacts, printFileFacts } from '../printing/print-overview.ts'
import type { Reconciliation } from '../reconciling/reconciliation.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'
import { type Certificate, certificateFormat, fileNames, hashing } from './certificate.ts'
import type { CertificateFacts } from './certificate-document.ts'
import { lettersFacts, releaseFacts, sendingTimes } from './certificate-overview.ts'
import type { WrittenLeaves } from './write-leaves.ts'

export interface Gathering {
  readonly election: Election
  readonly scope: CountingScope
  readonly reconciliation: Reconciliation
  readonly leaves: WrittenLeaves
  readonly writtenAt: Date
}

/** Everything a certificate says, except the hash of its own readable document. */
export async function gatherFacts(
  { db }: { db: Db },
  { election, scope, reconciliation, leaves, writtenAt }: Gathering,
): Promise<CertificateFacts> {
  const { municipalityId, electionId } = election
  const { name, nisCode, enterpriseNumber } = await getSettings(db, municipalityId)
  const { list, policy, paper, sections } = reconciliation
  const printed = await printFileFacts(db, municipalityId, electionId)
  return {
    format: certificateFormat,
    certificateId: randomId(),
    writtenAt: writtenAt.toISOString(),
    software,
    municipality: { name, nisCode, enterpriseNumber },
    election: {
      code: election.code,
      name: election.name,
      pollingDay: election.pollingDay,
      ruleset: { id: election.ruleset.id, version: election.ruleset.version },
    },
    list: { ...list, ...(await frozenList(db, scope)) },
    letters: await lettersFacts(db, scope),
    releases: await releaseFacts(db, scope),
    sending: { routes: await routesOf(db, scope), ...(await sendingTimes(db, scope)) },
    digital: sent(reconciliation.digital),
    paper: { ...paper, policy, printFiles: printed.map(inCertificate) },
    sections: sections.map((section) => ({ ...section, digital: sent(section.digital) })),
    leaves: {
      file: fileNames.leaves,
      sha256: leaves.sha256.toString('hex'),
      count: leaves.count,
      hashing,
      root: leaves.root.toString('hex'),
    },
  }
}

/** What the certificate's form has of a print file: what only the printer needs is no part of it. */
function inCertificate({ name, letters, pages, sha256, indexSha256, reprintedBecause }: PrintFileFacts) {
  return { name, letters, pages, sha256, indexSha256, ...(reprintedBecause && { reprintedBecause }) }
}

/** Nothing waits any more when a certificate is written, so it does not speak of it. */
function sent({ waiting: _, ...sum }: Reconciliation['digital']): Certificate['digital'] {
  return sum
}

async function frozenList(db: Db, { municipalityId, electionId }: CountingScope) {
  const list = await currentList(db, municipalityId, electionId)
  if (!list?.listSha256 || !list.closedAt) throw new Error('a closed list has a hash')
  return { sha256: list.listSha256.toString('hex'), closedAt: list.closedAt.toISOString() }
}

async function routesOf(db: Db, { municipalityId, campaigns }: CountingScope) {
  const travelled = await travelledRoutes(db, municipalityId, campaigns)
  return travelled.map(({ route, hasKeys }) => ({
    name: route,
    guarantee: hasKeys ? ('exactly-once' as const) : ('at-most-once' as const),
  }))
}
