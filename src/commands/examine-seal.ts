import type { App } from '../app.ts'
import { listElections } from '../elections/index.ts'
import { checkSeal } from '../letters/index.ts'
import type { Municipality } from '../municipalities/index.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Finding } from './examine.ts'

/** How it is with the electronic seal of a municipality that has one: now, and until the polling day of each election to come. */
export async function examineSeal(
  app: Pick<App, 'database' | 'sealKeys' | 'clock'>,
  { municipalityId, slug }: Pick<Municipality, 'municipalityId' | 'slug'>,
): Promise<Finding[]> {
  const what = `seal of ${slug}`
  const today = dayInBelgium(app.clock.now())
  const now = await checkSeal(app, { municipalityId, pollingDay: today })
  if (!now.ok) {
    const says = `${now.detail}. Nothing is released or sent without; mend what \`seal\` in the municipality’s file names.`
    return [{ what, state: 'wrong', says }]
  }
  const { certificate } = now
  if (!certificate) return []
  const elections = await app.database.inScope(staffOf(municipalityId), (db) =>
    listElections(db, municipalityId),
  )
  const toCome = elections.filter(({ pollingDay }) => pollingDay >= today)
  const checked = await Promise.all(
    toCome.map(async (election) => ({ election, seal: await checkSeal(app, election) })),
  )
  const tooSoon = checked.filter(({ seal }) => !seal.ok).map(({ election }) => election.code)
  const until = certificate.validUntil.toISOString().slice(0, 10)
  const signs = `the key signs as ${certificate.subject}, with a certificate until ${until}`
  if (tooSoon.length === 0) return [{ what, state: 'ok', says: signs }]
  const says = `${signs}: not until polling day of ${tooSoon.join(', ')} is over, so nothing of that is released. Ask for its successor in time.`
  return [{ what, state: 'look', says }]
}
