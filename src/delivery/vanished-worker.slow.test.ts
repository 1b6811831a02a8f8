import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../../test/ebox.ts'
import { relayTo } from '../../test/relay.ts'
import { openDatabase } from '../platform/db/database.ts'
import type { CampaignStatus } from './campaign-overview.ts'
import { runCampaign } from './run-campaign.ts'
import { aCampaign, addTestMunicipality, testDeps } from './testing.ts'

/** A worker whose wire to the database goes dead, while it still reaches the e-Box; judged by what the e-Box accepted. */

const count = 150
/** As usual, ten times as fast. */
const rhythm = { beatEveryMs: 200, missedBeats: 4, leaseSeconds: 2 }
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await addTestMunicipality(database, firstMunicipality)
})
afterAll(() => database.close())

describe.each<EboxApi>(['federal-v3', 'federal-v2'])('over %s', (api) => {
  test('it stops by itself, another takes over, it comes back, and each person has it once', async () => {
    const road = await eboxRoad(api, { faults: { rules: [{ kind: 'slow-reply', delayMs: 50 }] } })
    const wire = await relayTo(database.url)
    const overWire = openDatabase(wire.url, 6, rhythm)
    try {
      const { municipalityId, campaignId } = await aCampaign(database, firstMunicipality, count)
      const campaign = { municipalityId, campaignId }
      const mailbox = await road.mailboxFor()(firstMunicipality)
      const vanishing = runCampaign(testDeps(overWire, mailbox), campaign)
      while (road.standIn.truth().accepted < 20) await sleep(5)
      wire.goDead()
      expect(await whenNothingLeaves(road)).toBeLessThan(count)

      const { counts } = await runCampaign(testDeps(database, mailbox), campaign)
      expect(arrived(counts) + counts.unconfirmed).toBe(count)
      expect(counts.unconfirmed === 0).toBe(api === 'federal-v3')
      // What was in its hands had arrived; once it is back, its answers are heard.
      wire.mend()
      expect(arrived((await vanishing).counts)).toBe(count)
      const truth = road.standIn.truth()
      expect(truth).toMatchObject({ accepted: count, distinctRecipients: count })
      expect(truth.duplicates).toMatchObject({ byRecipientAndType: 0, byKey: 0 })
    } finally {
      await overWire.close()
      await wire.close()
      await road.close()
    }
  })
})

function arrived({ delivered, inactive }: CampaignStatus['counts']): number {
  return delivered + inactive
}

/** How many the e-Box has when no more come. */
async function whenNothingLeaves({ standIn }: EboxRoad): Promise<number> {
  for (let before = -1; ; await sleep(1000)) {
    const { accepted } = standIn.truth()
    if (accepted === before) return accepted
    before = accepted
  }
}
