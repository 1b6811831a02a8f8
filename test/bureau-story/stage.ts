import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { vi } from 'vitest'
import { followMemberLetters, type MemberLetterKind, memberLetterCampaign } from '../../src/bureaus/index.ts'
import { carryOutAsked } from '../../src/carry-out-asked.ts'
import { runCampaign } from '../../src/delivery/index.ts'
import { aDeskTrial, type DeskTrial } from '../../src/desk/testing.ts'
import { paths as citizenPaths } from '../../src/portal/paths.ts'
import { createWeb } from '../../src/server.ts'
import { type ServedDesk, serveDesk } from '../desk-in-browser.ts'
import { eboxRoad } from '../ebox.ts'
import { aPerson, type Person } from '../person.ts'
import { type StoryTown, storyTown } from './town.ts'

/** A town of forty bureaus with its pages, its worker and an e-Box, in a time that is moved by hand. */
export interface Stage extends StoryTown {
  readonly trial: DeskTrial
  readonly desk: ServedDesk
  /** Somebody who logs in at the town hall, and opens the election. */
  comes(name: string): Promise<Person>
  /** The same, on the page of all bureaus. */
  comesForBureaus(name: string): Promise<Person>
  /** A citizen who logs in on a phone. */
  onPhone(name: string): Promise<Person>
  /** What the worker does in the time of the database, which can't be moved. */
  lettersLeave(kind: MemberLetterKind): Promise<void>
  close(): Promise<void>
}

export const court = 'de vrederechter van het kanton Zonnedorp'
export const patience = { timeout: 120_000 }

/** From now on it is this moment, for everything but the database. */
export function itIs(moment: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment), shouldAdvanceTime: true })
}

export async function openStage(moment: string): Promise<Stage> {
  itIs(moment)
  const env = { KIESLOKET_DATA_KEY: `1:${randomBytes(32).toString('base64')}` }
  const trial = await aDeskTrial(createWeb, env)
  const road = await eboxRoad('federal-v2')
  const town = await storyTown(trial)
  const { municipalityId, name: election } = town.election
  const rate = { EBOX_RATE_PER_SECOND: '100', EBOX_TIMEOUT_MS: '60000' }
  const desk = await serveDesk(trial.database.url, { ...env, ...road.env, ...rate })
  const worker = carryOutAsked(desk.app)
  const stage: Stage = {
    ...{ ...town, trial, desk },
    async comes(name) {
      const person = await aPerson(desk, name, patience)
      await person.follow(election)
      return person
    },
    async comesForBureaus(name) {
      const person = await stage.comes(name)
      await person.menu('Bureaus')
      return person
    },
    onPhone: (name) => aPerson(desk, name, { ...patience, width: 390, address: citizenPaths.elections() }),
    async lettersLeave(kind) {
      await runCampaign(desk.app, { municipalityId, campaignId: memberLetterCampaign(town.election, kind) })
      await followMemberLetters(desk.app, town.election)
    },
    async close() {
      await worker.stop()
      await desk.close()
      await road.close()
      await trial.close()
      vi.useRealTimers()
    },
  }
  return stage
}

export const look = (person: Person, name: string) => person.look(`bureau-story-${name}`)

/** A file for the field that is called so. */
export const chooses = ({ page }: Person, field: RegExp | string, name: string, text: string) =>
  page
    .getByLabel(field)
    .first()
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })

/** A day in the three fields of this name. */
export async function typesDay({ page }: { page: Page }, name: string, day: string): Promise<void> {
  const parts = day.split('-')
  for (const [at, part] of ['year', 'month', 'day'].entries())
    await page.locator(`[name="${name}-${part}"]`).fill(parts[at]!)
}
