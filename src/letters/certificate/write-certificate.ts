import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { joiningWholeTables, oneSnapshot } from '../../platform/db/snapshot.ts'
import { sha256 } from '../../platform/hash.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import { signedText } from '../../platform/signed-file.ts'
import type { Signer } from '../../platform/signer.ts'
import type { Vault } from '../../platform/vault.ts'
import { currentList, hashFrozenList } from '../../voters/index.ts'
import { countingScope, type Reconciled, reconcileIn } from '../reconciling/reconcile-letters.ts'
import { stillWaiting } from '../reconciling/reconciliation.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'
import { writtenIn } from '../written-in.ts'
import { type Certificate, certificateSchema, fileNames } from './certificate.ts'
import { typesetCertificate } from './certificate-document.ts'
import { releaseFacts } from './certificate-overview.ts'
import { insertCertificate } from './certificate-store.ts'
import { gatherFacts } from './gather-facts.ts'
import { publicCopyOf, publicCopySchema } from './public-copy.ts'
import { writeLeaves } from './write-leaves.ts'

export interface CertificateDeps {
  readonly database: Database
  readonly vault: Vault
  readonly typesetter: Typesetter
  readonly signer: Signer
  readonly clock: Clock
  readonly onProgress?: (done: number, total: number) => void
}

export interface CertificateWanted {
  readonly election: Election
  /** The certificate gets a folder of its own in here. */
  readonly folder: string
  readonly by: string
  /** In the copy for publication counts below this are left out. */
  readonly smallestCount?: number
}

export interface WrittenCertificate {
  readonly certificateFile: string
  readonly leavesFile: string
  readonly pdfFile: string
  readonly publicFile: string
  /** Merkle root over all leaves, in hex. */
  readonly root: string
  readonly certificate: Certificate
}

/** `list-changed`: the voters that were on the list when it was closed no longer give the hash of then. */
export type NotYet = 'list-not-closed' | 'nothing-released' | 'still-sending' | 'list-changed'

/** The sums, and who is missing or double. */
export type SumsOff = Refused<'sums-off'> & Reconciled

/**
 * Writes the campaign's certificate: only when every voter is accounted for once on both channels. Everything is
 * read in one snapshot. The files appear together in a folder of their own, or not at all.
 */
export async function writeCertificate(
  deps: CertificateDeps,
  wanted: CertificateWanted,
): Promise<Result<WrittenCertificate, NotYet> | SumsOff> {
  const { municipalityId } = wanted.election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    await oneSnapshot(db)
    await joiningWholeTables(db)
    const scope = await countingScope(db, wanted.election)
    if (!scope) return refused('list-not-closed')
    if ((await releaseFacts(db, scope)).length === 0) return refused('nothing-released')
    const sums = await reconcileIn(db, scope)
    const waiting = stillWaiting(sums.reconciliation.digital)
    if (waiting > 0) return refused('still-sending', `${waiting} letters`)
    if (!sums.balanced) return { ...refused('sums-off', describeFaults(sums)), ...sums }
    if (!(await isListAsClosed(deps.vault, db, wanted.election, scope))) return refused('list-changed')
    return { ok: true, ...(await writeFiles({ ...deps, db }, wanted, scope, sums)) }
  })
}

async function isListAsClosed(
  vault: Vault,
  db: Db,
  election: Election,
  scope: CountingScope,
): Promise<boolean> {
  const list = await currentList(db, scope.municipalityId, scope.electionId)
  const found = await hashFrozenList(db, vault, election, scope.listId)
  return list?.listSha256?.equals(found.sha256) ?? false
}

/** The name of the folder that a certificate of that moment lies in. */
export function certificateFolder({ code }: Pick<Election, 'code'>, writtenAt: Date): string {
  return `${code}-${writtenAt.toISOString().replace(/[-:]|\.\d+/g, '')}`
}

async function writeFiles(
  deps: CertificateDeps & { db: Db },
  wanted: CertificateWanted,
  scope: CountingScope,
  { reconciliation }: Reconciled,
): Promise<WrittenCertificate> {
  const writtenAt = deps.clock.now()
  const folder = join(wanted.folder, certificateFolder(wanted.election, writtenAt))
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  const { voters } = reconciliation.list
  const leaves = await writeLeaves(deps, scope, { path: join(unfinished, fileNames.leaves), voters })
  const facts = await gatherFacts(deps, {
    election: wanted.election,
    scope,
    reconciliation,
    leaves,
    writtenAt,
  })
  const pdf = await typesetCertificate(deps.typesetter, facts, deps.signer.keyId)
  const document = { file: fileNames.document, sha256: sha256(pdf).toString('hex') }
  const certificate: Certificate = { ...facts, document }
  const signed = await signedText(deps.signer, certificateSchema.parse(certificate))
  await writeFile(join(unfinished, fileNames.document), pdf)
  await writeFile(join(unfinished, fileNames.certificate), signed)
  const publicCopy = publicCopyOf(certificate, wanted.smallestCount)
  await writeFile(
    join(unfinished, fileNames.publicCopy),
    await signedText(deps.signer, publicCopySchema.parse(publicCopy)),
  )
  await keepRecord(deps.db, wanted, { certificate, signed, root: leaves.root, writtenAt })
  await rename(unfinished, folder)
  return {
    certificateFile: join(folder, fileNames.certificate),
    leavesFile: join(folder, fileNames.leaves),
    pdfFile: join(folder, fileNames.document),
    publicFile: join(folder, fileNames.publicCopy),
    root: leaves.root.toString('hex'),
    certificate,
  }
}

async function keepRecord(
  db: Db,
  { election, by, folder }: CertificateWanted,
  kept: { certificate: Certificate; signed: string; root: Buffer; writtenAt: Date },
): Promise<void> {
  const { municipalityId, electionId } = election
  const { certificateId, leaves } = kept.certificate
  await insertCertificate(db, municipalityId, electionId, {
    ...{ ...kept, certificateId, by, writtenIn: writtenIn(folder) },
  })
  const event = { municipalityId, actor: by, action: 'certificate.written', subject: certificateId }
  await recordAudit(db, { ...event, details: { root: leaves.root, voters: leaves.count } })
}

/** One line per kind of fault with its list numbers: enough to look them up, without names. */
function describeFaults({ reconciliation, faults }: Reconciled): string {
  const lines = reconciliation.faults.map(({ channel, kind, why, count }) => {
    const named = faults.filter(
      (fault) => fault.channel === channel && fault.kind === kind && fault.why === why,
    )
    const places = named.map(({ listNumber, section }) => `${listNumber} (section ${section})`)
    const more = count > places.length ? ` and ${count - places.length} more` : ''
    return `  ${channel} ${kind}, ${why}: list number ${places.join(', ')}${more}`
  })
  const { frozen, added, struck, withoutBallot = 0, voters } = reconciliation.list
  const ballotless = withoutBallot > 0 ? ` − ${withoutBallot} without ballot` : ''
  if (frozen + added - struck - withoutBallot !== voters)
    lines.unshift(
      `  the list: ${frozen} when closed + ${added} added − ${struck} struck${ballotless} is not ${voters} voters`,
    )
  return lines.join('\n')
}
