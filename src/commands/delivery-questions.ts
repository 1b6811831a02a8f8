import type { Command } from 'commander'
import type { App } from '../app.ts'
import { type CampaignRef, pullReadStatus, searchConsents } from '../delivery/index.ts'
import { done, type Verb, verb } from './command.ts'
import { counted } from './counted.ts'
import { electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { stopSignal } from './until-stopped.ts'
import { withCampaigns } from './with-campaigns.ts'

/** What is asked of the e-Box beside sending: nothing of it changes what happens to a letter. */
export function questionVerbs(delivery: Command): void {
  const options = [municipalityOption, electionOption] as const
  questionVerb(
    delivery,
    {
      name: 'consents',
      summary:
        'Ask how many addressees have an e-Box in use, before anything is sent; who that is is not kept',
      examples: ['delivery consents', 'delivery consents --json'],
      options,
    },
    'Asking who has an e-Box',
    searchConsents,
    ({ accepted, notAccepted, notFound }) =>
      `In use: ${accepted}. Not in use: ${notAccepted}. No e-Box found: ${notFound}.`,
  )
  questionVerb(
    delivery,
    {
      name: 'read-status',
      summary: 'Ask which letters were opened, in questions as large as the e-Box allows',
      examples: ['delivery read-status', 'delivery read-status --json'],
      options,
    },
    'Asking what was opened',
    pullReadStatus,
    ({ published, read, newlyRead, unread, unknown }) =>
      `Opened: ${read} of ${counted(published, 'letter')} (${newlyRead} new, ${unread} not yet, ${unknown} not known there any more).`,
  )
}

type Ask<Found> = (
  app: App,
  campaign: CampaignRef & {
    readonly by: string
    readonly shutdown: AbortSignal
    readonly onProgress: (done: number, total: number) => void
  },
) => Promise<({ readonly ok: true } & Found) | { readonly ok: false; readonly because: string }>

function questionVerb<Found extends object>(
  delivery: Command,
  description: Verb,
  label: string,
  ask: Ask<Found>,
  lineOf: (found: Found) => string,
): void {
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) => {
      const shutdown = stopSignal()
      const items: Found[] = []
      for (const campaign of campaigns) {
        const found = await withProgress(label, 0, (onProgress) =>
          ask(app, { ...campaign, by: operator, shutdown, onProgress }),
        )
        if (!found.ok) return found
        const { ok: _ok, ...facts } = found
        items.push(facts as unknown as Found)
      }
      return done({ items }, ...items.map(lineOf))
    }),
  )
}
