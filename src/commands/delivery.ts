import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  type CampaignRef,
  type CampaignStatus,
  campaignStatus,
  resumeCampaign,
  retryFailed,
  runCampaign,
  settleUnconfirmed,
  stopCampaign,
  watchCampaign,
} from '../delivery/index.ts'
import { keepAgreedClock } from '../platform/agreed-clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { refused } from '../platform/result.ts'
import { idFrom, WrongUse } from './arguments.ts'
import { done, noun, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { downtimeVerb } from './delivery-downtime.ts'
import { questionVerbs } from './delivery-questions.ts'
import { timelineVerb } from './delivery-timeline.ts'
import { unconfirmedVerb } from './delivery-unconfirmed.ts'
import { heldBackLines, waveVerbs } from './delivery-waves.ts'
import { electionOption, municipalityOption, operator } from './find.ts'
import { withProgress } from './progress.ts'
import { reasonTextIn, remedyOfStop, whyNothingMoves } from './reason-texts.ts'
import { stopSignal } from './until-stopped.ts'
import { forAll, withCampaigns } from './with-campaigns.ts'

const which = [municipalityOption, electionOption] as const

export function deliveryCommands(program: Command, summary: string): void {
  const delivery = noun(program, 'delivery', summary)
  runVerb(delivery)
  statusVerb(delivery)
  watchVerb(delivery)
  stopAndResumeVerbs(delivery)
  waveVerbs(delivery)
  retryVerb(delivery)
  unconfirmedVerb(delivery)
  settleVerb(delivery)
  timelineVerb(delivery)
  downtimeVerb(delivery)
  questionVerbs(delivery)
}

/** Sends what is left of a campaign, with progress; ends when all have an outcome or somebody stops it. */
export function deliverWithProgress(
  app: App,
  campaign: CampaignRef,
  shutdown: AbortSignal,
): Promise<CampaignStatus> {
  return withProgress('Delivering to the e-Box', 0, async (onProgress, say) => {
    const told = new Set<string>()
    const clock = await keepAgreedClock(app)
    return runCampaign(
      { ...app, clock },
      {
        ...campaign,
        shutdown,
        onProgress(status) {
          onProgress(status.total - status.counts.waiting - status.counts.attempting, status.total)
          for (const line of [...whyNothingMoves(status), ...heldBackLines(status).slice(-1)]) {
            if (!told.has(line)) say(line)
            told.add(line)
          }
        },
      },
    ).finally(() => clock.stop())
  })
}

function runVerb(delivery: Command): void {
  const description = {
    name: 'run',
    summary: 'Deliver what is left until every letter has its outcome; safe to run twice or on more machines',
    examples: ['delivery run', 'delivery run -e 2029'],
    options: which,
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) => {
      const shutdown = stopSignal()
      const statuses: CampaignStatus[] = []
      // Corrections are released after what they replace, and leave before it.
      for (const campaign of campaigns.toReversed())
        statuses.push(await deliverWithProgress(app, campaign, shutdown))
      const lines = statuses.flatMap(statusLines)
      const left = statuses.some(
        ({ counts, wave }) => wave?.toGo !== 0 && counts.waiting + counts.attempting > 0,
      )
      return left ? refused('unfinished', lines.join('\n')) : done({ items: statuses }, ...lines)
    }),
  )
}

function statusVerb(delivery: Command): void {
  const description = {
    name: 'status',
    summary: 'Show how the delivery stands: counts, reasons, rate and time to go',
    examples: ['delivery status', 'delivery status --json'],
    options: which,
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) => {
      const found = await Promise.all(campaigns.map((campaign) => statusOf(app, campaign)))
      const items = found.filter((status) => status !== undefined)
      return done({ items }, ...items.flatMap(statusLines))
    }),
  )
}

function watchVerb(delivery: Command): void {
  const description = {
    name: 'watch',
    summary: 'Follow the delivery, whoever sends it, until it is finished or stopped',
    examples: ['delivery watch', 'delivery watch --json'],
    options: which,
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) => {
      const follow = async (campaign: CampaignRef) => {
        for await (const progress of watchCampaign(app, { ...campaign, until: stopSignal() }))
          console.log(options.json ? JSON.stringify(progress) : statusLines(progress).join('\n'))
      }
      await Promise.all(campaigns.map(follow))
      const end = stopSignal().aborted ? 'No longer watching; the delivery goes on.' : 'Finished, or stopped.'
      return done({ watched: campaigns.length }, end)
    }),
  )
}

function statusOf(app: App, campaign: CampaignRef): Promise<CampaignStatus | undefined> {
  return app.database.inScope(staffOf(campaign.municipalityId), (db) =>
    campaignStatus(db, campaign, app.clock.now()),
  )
}

function statusLines(status: CampaignStatus): string[] {
  const counts = Object.entries(status.counts).filter(([, count]) => count > 0)
  const rate = status.perSecond > 0 ? `, ${Math.round(status.perSecond)} a second` : ''
  const toGo = status.secondsToGo ? `, ${Math.ceil(status.secondsToGo)} s to go` : ''
  const remedy = remedyOfStop(status.stoppedBecause ?? '')
  return [
    `${status.finishedAt ? 'finished' : status.state}${status.stoppedBecause ? ` (${status.stoppedBecause})` : ''}: ${counted(status.total, 'letter')}${rate}${toGo}`,
    ...(remedy ? [`  what to do: ${remedy}`] : []),
    ...heldBackLines(status),
    ...counts.map(([state, count]) => `  ${state.padEnd(12)} ${count}`),
    ...status.byReason.map(reasonLine),
  ]
}

function reasonLine({ state, reason, count }: CampaignStatus['byReason'][number]): string {
  const text = reasonTextIn(state, reason)
  return `    ${state}: ${reason} ${count}${text ? ` (${text})` : ''}`
}

function stopAndResumeVerbs(delivery: Command): void {
  const stop = {
    name: 'stop',
    summary: 'Stop sending within a second, in every process',
    examples: ['delivery stop --because "wrong hours in section 12"'],
    options: which,
    required: [['--because TEXT', 'why; shown in the status']] as const,
  }
  verb(delivery, stop, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) =>
      forAll(
        campaigns,
        (campaign) => stopCampaign(app, { ...campaign, because: String(options.because), by: operator }),
        'Stopped.',
      ),
    ),
  )
  const resume = {
    name: 'resume',
    summary: 'Go on exactly where it stopped',
    examples: ['delivery resume', 'delivery run'],
    options: which,
  }
  verb(delivery, resume, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) =>
      forAll(
        campaigns,
        (campaign) => resumeCampaign(app, { ...campaign, by: operator }),
        'Open again. Next: npx kiesloket delivery run',
      ),
    ),
  )
}

function retryVerb(delivery: Command): void {
  const description = {
    name: 'retry',
    summary: 'Send refused letters again after the cause is mended: one group by its reason, or all',
    examples: ['delivery retry --reason INVALID_SENDER', 'delivery retry --all', 'delivery run'],
    options: [
      ...which,
      ['--reason CODE', 'the group with this reason, as `delivery status` names it'],
      ['--all', 'every group; what a person settled stays as it is'],
    ] as const,
  }
  verb(delivery, description, (app, _, options) => {
    const group = groupFrom(options)
    return withCampaigns(app, options, async (campaigns) => {
      let count = 0
      for (const campaign of campaigns) {
        const retried = await retryFailed(app, { ...campaign, group, by: operator })
        if (!retried.ok) return retried
        count += retried.count
      }
      return done(
        { count },
        `To be sent again: ${counted(count, 'letter')}. Next: npx kiesloket delivery run`,
      )
    })
  })
}

function groupFrom({ reason, all }: Options) {
  if ((reason === undefined) === (all === undefined))
    throw new WrongUse(
      'say which letters: --reason CODE for one group (npx kiesloket delivery status names them), or --all',
    )
  return typeof reason === 'string' ? { reason } : ('all' as const)
}

const settlements = ['delivered', 'refused', 'send-again'] as const

function settleVerb(delivery: Command): void {
  const description = {
    name: 'settle LETTER_ID',
    summary: 'Decide, with evidence, what an unconfirmed letter is',
    examples: ['delivery settle 5b0c4f0e-… --as delivered --evidence "helpdesk ticket 1234: message found"'],
    options: which,
    required: [
      ['--as OUTCOME', settlements.join(', ')],
      ['--evidence TEXT', 'how you know; no names, no numbers of people'],
    ] as const,
  }
  verb(delivery, description, (app, [letterId], options) =>
    withCampaigns(app, options, async (campaigns) => {
      const as = settlements.find((one) => one === options.as)
      if (!as) throw new WrongUse(`--as takes one of: ${settlements.join(', ')}`)
      const facts = {
        documentId: idFrom<DocumentId>(letterId, 'LETTER_ID'),
        as,
        evidence: String(options.evidence),
        by: operator,
      }
      return forAll(
        campaigns,
        (campaign) => settleUnconfirmed(app, { ...campaign, ...facts }),
        `Settled as ${as}.`,
      )
    }),
  )
}
