import { sql } from 'kysely'
import { demoElection, demoMunicipality, demoStaff } from '../dev/demo/demo-data.ts'
import type { App } from '../src/app.ts'
import { type Election, getSections } from '../src/elections/index.ts'
import { plateFacts, plateKey } from '../src/letters/composing/plate-facts.ts'
import {
  composeLetters,
  releaseLetters,
  releasesOf,
  requestRelease,
  type SampleContents,
} from '../src/letters/index.ts'
import { composedDigest, letterCoverage } from '../src/letters/letter-overview.ts'
import { letterTemplate } from '../src/letters/letter-template/letter-template.ts'
import { insertSample } from '../src/letters/releasing/release-store.ts'
import { getSettings } from '../src/municipalities/index.ts'
import type { Db } from '../src/platform/db/database.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { sha256, sha256OfJson } from '../src/platform/hash.ts'
import { type CampaignId, newId, type SampleId } from '../src/platform/ids.ts'
import { pressVersion } from '../src/platform/pdf/press.ts'
import { currentList } from '../src/voters/index.ts'
import { expectOk } from '../test/expect-ok.ts'
import { closedList, type TellStep } from './released-letters.ts'

const by = 'bench'

/**
 * A town of that many voters in the middle of its campaign, for whoever looks at its pages: released, and half of it
 * delivered. A first section has letters as they are made; those of the others the database makes, without a PDF that
 * could be pressed again. What is there from an earlier run is used.
 */
export async function largeTown(app: App, voters: number, tell: TellStep = () => {}): Promise<Election> {
  const { municipalityId } = await demoMunicipality(app)
  const election = await demoElection(app, municipalityId, voters)
  const inScope = <T>(work: Parameters<typeof app.database.inScope<T>>[1]) =>
    app.database.inScope(staffOf(municipalityId), work)
  const { an, bert } = await demoStaff(app, municipalityId)
  const releases = await inScope((db) => releasesOf(db, municipalityId, election.electionId))
  if (releases.some(({ campaignId }) => campaignId)) return election
  const list = await inScope((db) => currentList(db, municipalityId, election.electionId))
  if (list?.state !== 'closed') await closedList(app, election, voters, tell)
  await firstSection(app, election)
  tell('Letters', 0, 1)
  await inScope((db) => copyLetters(db, election))
  await inScope((db) => sampleUnseen(db, election))
  expectOk(await requestRelease(app, { election, staff: an }))
  const [request] = await inScope((db) => releasesOf(db, municipalityId, election.electionId))
  tell('Release', 0, 1)
  const { sampleSha256 } = request!
  const { campaignId } = expectOk(await releaseLetters(app, { election, staff: bert, sampleSha256 }))
  tell('Release', 1, 1)
  await inScope((db) => deliverHalf(db, election, campaignId))
  tell('Outcomes', 1, 1)
  return election
}

async function firstSection(app: App, election: Election): Promise<void> {
  const enough = new AbortController()
  const onProgress = () => enough.abort()
  const { PORTAL_URL: portalUrl } = app.config
  expectOk(await composeLetters({ ...app, portalUrl, onProgress, signal: enough.signal }, { election, by }))
}

/** A plate for each section, with the facts of the section and the bytes of another; and a letter for who has none. */
async function copyLetters(db: Db, election: Election): Promise<void> {
  const { municipalityId, electionId } = election
  const settings = await getSettings(db, municipalityId)
  const kind = { language: 'nl', category: 'BELGIAN', moved: false, correction: false } as const
  const here = sql`municipality_id = ${municipalityId} and election_id = ${electionId}`
  for (const section of await getSections(db, municipalityId, electionId)) {
    const facts = plateFacts({ election, settings, section }, kind)
    const key = plateKey(facts, letterTemplate.version, pressVersion)
    await sql`
      insert into letters.plate (municipality_id, election_id, plate_key, plate_sha256, template_version, press_version,
        text_versions, facts, letter_data, plate)
      select p.municipality_id, p.election_id, ${key}, ${sha256(Buffer.from(key))}, p.template_version, p.press_version,
        p.text_versions, ${JSON.stringify(facts)}::jsonb, p.letter_data, p.plate
      from letters.plate p where ${here} order by p.made_at limit 1
      on conflict do nothing`.execute(db)
    await sql`
      insert into letters.letter (municipality_id, election_id, letter_id, voter_id, version, state, section, list_number,
        person_index, plate_sha256, facts, facts_sha256, pdf_sha256, pdf_bytes)
      select v.municipality_id, v.election_id, gen_random_uuid(), v.voter_id, 1, 'composed', v.section, v.list_number,
        v.nrn_index, ${sha256(Buffer.from(key))},
        jsonb_build_object('fullName', concat_ws(' ', v.first_names, v.last_name), 'listNumber', v.list_number,
          'listAddressLine', v.list_address ->> 'street', 'addressLines', jsonb_build_array(v.list_address ->> 'street'),
          'qrText', repeat('k', 200)),
        sha256(uuid_send(v.voter_id)), sha256(uuid_send(v.voter_id) || 'pdf'::bytea), 40000
      from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.section = ${section.section}
        and not exists (select from letters.letter l where l.municipality_id = v.municipality_id
          and l.election_id = v.election_id and l.voter_id = v.voter_id)`.execute(db)
  }
  await sql`select letters.refresh_statistics(${electionId}::uuid)`.execute(db)
}

/** A sample that fixes these letters by hash, in which nothing was looked at. */
async function sampleUnseen(db: Db, { municipalityId, electionId }: Election): Promise<void> {
  const list = (await currentList(db, municipalityId, electionId))!
  const contents: SampleContents = {
    listSha256: list.listSha256!.toString('hex'),
    coverage: await letterCoverage(db, municipalityId, electionId, list.listId),
    lettersSha256: (await composedDigest(db, municipalityId, electionId)).toString('hex'),
    ...{ templates: [letterTemplate.version], presses: [pressVersion], plates: [], letters: [], checks: [] },
  }
  const sample = { sampleId: newId<SampleId>(), sampleSha256: sha256OfJson(contents), contents }
  await insertSample(db, municipalityId, electionId, { ...sample, by })
}

/** Outcomes as they come: most delivered, some with trouble, one batch in hand; the later batches wait. */
async function deliverHalf(db: Db, { municipalityId }: Election, campaignId: CampaignId): Promise<void> {
  const outcome = sql`case when d.list % 1000 < 900 then 'delivered' when d.list % 1000 < 970 then 'inactive'
    when d.list % 1000 < 985 then 'unreachable' when d.list % 1000 < 998 then 'refused' else 'unconfirmed' end`
  await sql`
    with half as (
      select x.document_id, row_number() over (order by x.batch, x.document_id) as list, x.batch,
        max(x.batch) over () as last
      from delivery.delivery x where x.municipality_id = ${municipalityId} and x.campaign_id = ${campaignId}
    ), tried as (
      insert into delivery.attempt (municipality_id, campaign_id, document_id, attempt, trace_id, worker, route, has_keys,
        started_at, answered_at, outcome, http_status)
      select ${municipalityId}, ${campaignId}, d.document_id, 1, d.document_id::text, 'bench', 'federal-v3', true,
        now(), now(), case when d.list % 1000 < 900 then 'accepted' else 'refused' end, 200
      from half d where d.batch <= d.last / 2
    )
    update delivery.delivery as x set state = ${outcome}, attempts = 1, receipt = case when d.list % 1000 < 900 then 'r' end,
      reason = case when d.list % 1000 >= 970 then 'reason-' || d.list % 4 end,
      finished_at = now() - make_interval(secs => (d.last / 2 - d.batch) * 40)
    from half d
    where x.municipality_id = ${municipalityId} and x.campaign_id = ${campaignId} and x.document_id = d.document_id
      and d.batch <= d.last / 2`.execute(db)
  await sql`select delivery.refresh_statistics(${campaignId}::uuid)`.execute(db)
}
