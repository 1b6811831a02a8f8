import type { App } from '../../../src/app.ts'
import { becomeReader } from '../../../src/bureaus/index.ts'
import type { Election } from '../../../src/elections/index.ts'
import { endSession, findSession, logIn, staffInArea } from '../../../src/municipalities/index.ts'
import { accountId, magistratesPassphrase, people } from '../../acm/people.ts'
import { court } from '../demo-data.ts'
import { expectOk } from '../expect-ok.ts'

/** The magistrate of the stand-in's people logs in once and makes the key of her passphrase, so that it is hers who logs in afterwards. */
export async function magistrateBecomesReader(app: App, election: Election, issuer: string): Promise<void> {
  const limits = { idle: app.config.SESSION_IDLE_MINUTES, whole: app.config.SESSION_MINUTES }
  const entered = expectOk(
    'the login of the magistrate',
    await logIn(app, { identity: identityOf(issuer, app.clock.now()), limits, isDemo: true }),
  )
  const found = await findSession(app, entered.token, limits)
  if (found.is !== 'running') throw new Error('the session of the magistrate is over')
  const { session } = found
  const staff = await staffInArea(app, { session, municipalityId: election.municipalityId })
  if (!staff) throw new Error('the court has nothing to do with this municipality')
  expectOk('the key of the magistrate', await becomeReader(app, { staff, passphrase: magistratesPassphrase }))
  await endSession(app, { ...session, by: session.staff.staffId })
}

/** As the login service tells of her. */
function identityOf(issuer: string, authenticatedAt: Date) {
  const [person, capacity] = people
    .flatMap((one) => one.capacities.map((capacity) => [one, capacity] as const))
    .find(
      ([, { organisation, roles }]) =>
        organisation === court.enterpriseNumber && roles.includes('magistraat'),
    )!
  return {
    ...{ issuer, subject: accountId(person, capacity), authenticatedAt },
    ...{ name: `${person.givenName} ${person.familyName}` },
    ...{ targetGroup: 'EA', organisation: court.enterpriseNumber },
    roles: [{ role: 'magistraat', organisations: [court.enterpriseNumber] }],
  }
}
