import { sql } from 'kysely'
import type { App } from '../../../src/app.ts'
import { type Headline, headline, selectAssignments } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { staffOf } from '../../../src/platform/db/scope.ts'
import type { MemberId } from '../../../src/platform/ids.ts'
import type { AcmCitizen } from '../../acm/citizens.ts'
import type { AcmStandIn } from '../../acm/stand-in.ts'
import type { StandInProcess } from '../stand-in-process.ts'
import { line } from '../tell.ts'
import { demoArea } from './area.ts'
import { bureausOf, tellBureaus } from './story.ts'
import { bureausTown } from './town.ts'

interface StandIns {
  readonly standIn: Pick<StandInProcess, 'seedCitizens'>
  readonly acm: Pick<AcmStandIn, 'addCitizens' | 'issuer'>
}

/** A town with forty bureaus in the middle of the work, made at the first start; and some of its members, who can log in. */
export async function demoBureaus(app: App, { standIn, acm }: StandIns, over: AbortSignal): Promise<void> {
  const { election, settings, votersFile } = await bureausTown(app)
  const { issuer } = acm
  if (votersFile) await tellBureaus(app, { election, settings, votersFile, issuer, over })
  await demoArea(app, election)
  const people = await membersToBecome(app, election)
  await standIn.seedCitizens(people.map(({ nationalNumber, name }) => ({ ssin: nationalNumber, name })))
  acm.addCitizens(people)
  line(`${people.length} members of bureaus of ${settings.name} can log in as citizens`)
}

/** As whom one would log in: one person of each state that one who was called can be in. */
const shown: Partial<Record<Headline, string>> = {
  ACKNOWLEDGED: 'liet weten de oproep te kennen',
  NO_REPLY: 'antwoordde niet op de oproep',
  EXCUSE_PENDING: 'vroeg om niet te zetelen',
  CONFIRMED: 'vroeg om niet te zetelen, en moet toch komen',
  EXCUSED: 'vroeg om niet te zetelen, en hoeft niet te komen',
  REVOKED: 'was opgeroepen, en is het niet meer',
}

async function membersToBecome(app: App, election: Election): Promise<AcmCitizen[]> {
  const bureaus = (await bureausOf(app, election)).map(({ bureauId }) => bureauId)
  return app.database.inScope(staffOf(election.municipalityId), async (db) => {
    const all = await selectAssignments(db, election, { bureaus })
    const byState = new Map(all.map((one) => [headline(one.axes, one.calledUp), one.memberId]))
    const wanted = (Object.keys(shown) as Headline[]).flatMap((state) => byState.get(state) ?? [])
    const { rows } = await sql<{ memberId: MemberId; name: string; nrnCipher: Buffer }>`
      select member_id as "memberId", concat_ws(' ', first_names, last_name) as name, nrn_cipher as "nrnCipher"
      from bureaus.member where member_id = any(${wanted}::uuid[])`.execute(db)
    const states = new Map([...byState].map(([state, memberId]) => [memberId, state]))
    return rows.map(({ memberId, name, nrnCipher }) => ({
      name,
      nationalNumber: app.vault.open(nrnCipher),
      shows: shown[states.get(memberId)!]!,
    }))
  })
}
