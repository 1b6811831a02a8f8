import { sql } from 'kysely'
import { type Election, loadRuleset } from '../../elections/index.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import {
  type CampaignId,
  type ElectionId,
  type ListId,
  type MunicipalityId,
  newId,
} from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { createSigner, generateSigningKey } from '../../platform/signer.ts'
import { createVault } from '../../platform/vault.ts'
import { hashFrozenList } from '../../voters/index.ts'
import { certificateFormat, fileNames, hashing } from './certificate.ts'
import type { CertificateFacts } from './certificate-document.ts'
import type { CertificateDeps } from './write-certificate.ts'

/** A campaign that ran to its end: everything a certificate is about, written straight into the tables. */
export interface SentCampaign {
  readonly election: Election
  readonly listId: ListId
  readonly campaignId: CampaignId
  readonly voters: number
  /** One statement in the municipality's scope, to put something out of order. */
  change(statement: string): Promise<void>
}

export interface CampaignShape {
  readonly voters: number
  readonly sections: number
  readonly policy?: 'paper-for-all' | 'paper-for-the-rest'
  /** Of every twenty voters: 12 delivered, 4 inactive, the others unreachable, and the last ones refused. */
  readonly refusedListNumbers?: readonly number[]
  readonly unconfirmedListNumbers?: readonly number[]
  /** Whose letter has no address to go to on paper. */
  readonly noAddressListNumbers?: readonly number[]
}

/** The key of the fixture's national numbers, which are all one text: nobody reads them here. */
const vault = createVault([{ id: 1, key: Buffer.alloc(32, 7) }])
const sealed = `'\\x${vault.seal('TST').toString('hex')}'::bytea`

export async function aSentCampaign(
  database: Database,
  municipalityId: MunicipalityId,
  shape: CampaignShape,
): Promise<SentCampaign> {
  const policy = shape.policy ?? 'paper-for-all'
  const ids = { electionId: newId<ElectionId>(), listId: newId<ListId>(), campaignId: newId<CampaignId>() }
  const inScope = (work: (db: Db) => Promise<void>) => database.inScope(staffOf(municipalityId), work)
  const ran = { ...ids, ...shape, policy, municipalityId, staff: [newId<string>(), newId<string>()] as const }
  const election = electionOf(municipalityId, ids.electionId, policy)
  await inScope(async (db) => {
    await joiningWholeTables(db)
    for (const statement of [
      ...people(ran),
      ...voters(ran),
      ...letters(ran),
      ...deliveries(ran),
      ...prints(ran),
    ])
      await sql.raw(statement).execute(db)
    const { sha256 } = await hashFrozenList(db, vault, election, ids.listId)
    await sql`update voters.voters_list set list_sha256 = ${sha256} where list_id = ${ids.listId}`.execute(db)
  })
  return {
    election,
    listId: ids.listId,
    campaignId: ids.campaignId,
    voters: shape.voters,
    change: (statement) =>
      inScope(async (db) => {
        await sql.raw(statement).execute(db)
      }),
  }
}

interface Ran extends CampaignShape {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly campaignId: CampaignId
  readonly policy: 'paper-for-all' | 'paper-for-the-rest'
  readonly staff: readonly [string, string]
}

function electionOf(municipalityId: MunicipalityId, electionId: ElectionId, policy: string): Election {
  return {
    municipalityId,
    electionId,
    code: 'lokaal-2030',
    name: 'Gemeente- en provincieraadsverkiezingen van 13 oktober 2030',
    ruleset: { ...loadRuleset('lpkd-2030'), channelPolicy: { value: policy, source: 'test', mark: 'M' } },
    pollingDay: '2030-10-13',
    votingMode: 'PAPER',
    settings: {},
  } as unknown as Election
}

function people({ municipalityId, electionId, staff }: Ran): string[] {
  const number = String(municipalityId).padStart(3, '0')
  return [
    `insert into municipalities.municipality (municipality_id, slug, name, nis_code, enterprise_number)
     values (${municipalityId}, 'zonnedorp-${number}', 'Zonnedorp', '99${number}', '0${number}999999')
     on conflict do nothing`,
    `insert into municipalities.settings (municipality_id, version, document, recorded_by)
     values (${municipalityId}, 1, '{"name": "Zonnedorp", "nisCode": "99${number}", "enterpriseNumber": "0${number}999999"}',
       'test') on conflict do nothing`,
    ...staff.map(
      (id, place) => `insert into municipalities.staff (municipality_id, staff_id, email, name, rights)
        values (${municipalityId}, '${id}', '${id}@zonnedorp.test', '${['An Peeters', 'Bo Janssens'][place]}', '{}')`,
    ),
    `insert into elections.election (municipality_id, election_id, code, name, ruleset_id, polling_day, voting_mode,
       settings, created_by)
     values (${municipalityId}, '${electionId}', 'e${electionId.slice(-12)}', 'Verkiezing', 'lpkd-2030', '2030-10-13',
       'PAPER', '{}', 'test')`,
  ]
}

function voters({ municipalityId, electionId, listId, voters, sections }: Ran): string[] {
  return [
    `select voters.add_partition('${electionId}')`,
    `select set_config('kiesloket.municipalities', '${municipalityId}', false)`,
    `select voters.open_list(${municipalityId}, '${electionId}', '${listId}')`,
    `select voters.attach_list(${municipalityId}, '${electionId}', '${listId}')`,
    `insert into voters.voters_list (municipality_id, election_id, list_id, state, source_name, source_sha256,
       voter_count, list_sha256, imported_by, closed_at, closed_by)
     values (${municipalityId}, '${electionId}', '${listId}', 'closed', 'list.csv', sha256('source'), ${voters},
       sha256('list'), 'test', '2030-08-15T10:00:00Z', 'test')`,
    `insert into voters.voter (municipality_id, election_id, list_id, voter_id, list_number, nrn_cipher, nrn_index,
       category, last_name, first_names, section, list_address)
     select ${municipalityId}, '${electionId}', '${listId}', md5('voter ${electionId}' || n)::uuid, n, ${sealed},
       sha256(('person ' || n)::bytea), 'BELGIAN', 'Voorbeeld', 'Voor' || n, 1 + (n - 1) % ${sections},
       jsonb_build_object('street', 'Kerkstraat', 'houseNumber', n::text, 'postcode', '9999', 'city', 'Zonnedorp')
     from generate_series(1, ${voters}) n`,
  ]
}

const plate = `sha256('plate')`
const sample = md5Uuid('sample')
const release = md5Uuid('release')

function letters({ municipalityId, electionId, campaignId, staff, voters }: Ran): string[] {
  return [
    `select letters.add_partition('${electionId}')`,
    `insert into letters.plate (municipality_id, election_id, plate_key, plate_sha256, template_version, press_version,
       facts, plate, released_at)
     values (${municipalityId}, '${electionId}', 'key', ${plate}, '1', '1', '{}', '\\x00', now())`,
    `insert into letters.sample (municipality_id, election_id, sample_id, sample_sha256, contents, taken_by)
     values (${municipalityId}, '${electionId}', ${sample}, sha256('sample'), '{}', 'test')`,
    `insert into letters.release (municipality_id, election_id, release_id, sample_id, sample_sha256, state,
       requested_by, requested_at, decided_by, decided_at, letter_count, campaign_id)
     values (${municipalityId}, '${electionId}', ${release}, ${sample}, sha256('sample'), 'released', '${staff[0]}',
       '2030-09-10T08:00:00Z', '${staff[1]}', '2030-09-10T09:00:00Z', ${voters}, '${campaignId}')`,
    `insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
       person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes, release_id)
     select v.municipality_id, v.election_id, md5('letter' || v.voter_id)::uuid, v.voter_id, 1, 'released', v.section,
       v.list_number, v.nrn_index, ${plate}, '{}', sha256(('facts' || v.voter_id)::bytea),
       sha256(('pdf' || v.voter_id)::bytea), 50000, ${release}
     from voters.voter v where v.election_id = '${electionId}'`,
  ]
}

function deliveries({ municipalityId, electionId, campaignId, ...shape }: Ran): string[] {
  const among = (numbers: readonly number[] = []) =>
    `l.list_number = any('{${numbers.join(',')}}'::integer[])`
  const state = `case when ${among(shape.refusedListNumbers)} then 'refused'
    when ${among(shape.unconfirmedListNumbers)} then 'unconfirmed'
    when l.list_number % 20 < 12 then 'delivered' when l.list_number % 20 < 16 then 'inactive' else 'unreachable' end`
  return [
    `select delivery.add_partition('${campaignId}')`,
    `insert into delivery.campaign (municipality_id, campaign_id, document_kind, reference, message, opened_by, opened_at)
     values (${municipalityId}, '${campaignId}', 'election-letter', '${electionId}', '{}', 'test', '2030-09-10T09:00:00Z')`,
    `insert into delivery.delivery (municipality_id, campaign_id, document_id, mailbox_key, recipient_cipher,
       person_index, document_sha256, batch, state, reason, receipt, finished_at)
     select l.municipality_id, '${campaignId}', l.letter_id, md5('key' || l.letter_id)::uuid, ${sealed}, l.person_index,
       l.pdf_sha256, 1 + l.list_number / 500, s.state,
       case s.state when 'unreachable' then case l.list_number % 2 when 0 then 'NO_EBOX' else 'EXCLUDED' end
         when 'refused' then 'INVALID_INPUT' when 'unconfirmed' then 'worker-lost' end,
       case when s.state in ('delivered', 'inactive') then md5('receipt' || l.letter_id)::uuid::text end,
       '2030-09-10T09:05:00Z'
     from letters.letter l, lateral (select ${state} as state) s where l.election_id = '${electionId}'`,
    `insert into delivery.attempt (municipality_id, campaign_id, document_id, attempt, trace_id, worker, started_at,
       answered_at, outcome, route, has_keys)
     select d.municipality_id, d.campaign_id, d.document_id, 1, 'trace', 'worker', '2030-09-10T09:01:00Z',
       '2030-09-10T09:05:00Z', d.state, 'federal-v3', true
     from delivery.delivery d where d.campaign_id = '${campaignId}' and d.state <> 'unreachable'`,
  ]
}

function prints({ municipalityId, electionId, campaignId, policy, ...shape }: Ran): string[] {
  const file = `md5('print file ${electionId}')::uuid`
  const due = policy === 'paper-for-all' ? 'true' : `d.state <> 'delivered'`
  const nowhere = `l.list_number = any('{${(shape.noAddressListNumbers ?? []).join(',')}}'::integer[])`
  return [
    `insert into letters.paper_letter (municipality_id, election_id, letter_id, print_file_id, exception)
     select l.municipality_id, l.election_id, l.letter_id, case when ${nowhere} then null else ${file} end,
       case when ${nowhere} then 'no-deliverable-address' end
     from letters.letter l
     join delivery.delivery d on d.campaign_id = '${campaignId}' and d.document_id = l.letter_id
     where l.election_id = '${electionId}' and ${due}`,
    `insert into letters.print_file (municipality_id, election_id, print_file_id, name, letter_count, page_count, file_sha256,
       index_sha256, made_by)
     values (${municipalityId}, '${electionId}', ${file}, 'section-001-01', ${shape.voters}, ${2 * shape.voters}, sha256('file'),
       sha256('index'), 'test')`,
  ]
}

function md5Uuid(text: string): string {
  return `md5('${text}')::uuid`
}

/** What writing a certificate needs, with keys of its own. */
export function certificateDeps(database: Database): CertificateDeps {
  return {
    database,
    vault,
    typesetter: testTypesetter,
    signer: createSigner(generateSigningKey()),
    clock: systemClock,
  }
}

/** The facts of a certificate as the readable document shows them, without a database. */
export function certificateFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  const hash = 'a1'.repeat(32)
  const digital = {
    voters: 1200,
    delivered: 700,
    inactive: 280,
    unreachable: { NO_EBOX: 217 },
    refused: { INVALID_INPUT: 2 },
    unconfirmed: { 'worker-lost': 1 },
  }
  const paper = { voters: 1200, printed: 1196, exceptions: { 'house-gone': 4 } }
  const list = { frozen: 1201, added: 1, struck: 2, voters: 1200 }
  return {
    format: certificateFormat,
    certificateId: '4f6e2f0e-5f2b-4f4e-9a36-3a3f1f1c5a10',
    writtenAt: '2030-09-11T08:00:00.000Z',
    software: 'kiesloket 0.1.0',
    municipality: { name: 'Zonnedorp', nisCode: '99999', enterpriseNumber: '0999999999' },
    election: {
      code: 'lokaal-2030',
      name: 'Gemeente- en provincieraadsverkiezingen 2030',
      pollingDay: '2030-10-13',
      ruleset: { id: 'lpkd-2030', version: 1 },
    },
    list: { ...list, sha256: hash, closedAt: '2030-08-15T10:00:00.000Z' },
    letters: {
      ...{ templateVersions: ['1'], pressVersions: ['1'], plates: [hash], versions: { 1: 1199, 2: 1 } },
      ended: [{ state: 'superseded', arrived: true, printed: true, letters: 1 }],
    },
    releases: [
      {
        ...{ sampleSha256: hash, letters: 1200, requestedBy: 'An Peeters', releasedBy: 'Bo Janssens' },
        ...{ requestedAt: '2030-09-10T08:00:00.000Z', releasedAt: '2030-09-10T09:00:00.000Z' },
      },
    ],
    sending: {
      routes: [{ name: 'federal-v3', guarantee: 'exactly-once' }],
      openedAt: '2030-09-10T09:00:00.000Z',
      firstSentAt: '2030-09-10T09:01:00.000Z',
      lastSentAt: '2030-09-10T09:05:00.000Z',
    },
    digital,
    paper: {
      ...paper,
      policy: 'paper-for-all',
      printFiles: [{ name: 'section-001', letters: 1196, pages: 2392, sha256: hash, indexSha256: hash }],
    },
    sections: [{ section: 1, list, digital, paper }],
    leaves: { file: fileNames.leaves, sha256: hash, count: 1200, hashing, root: hash },
    ...changes,
  }
}
