import type { Command } from 'commander'
import { type AttemptOnTimeline, showTimeline, type Timeline } from '../delivery/index.ts'
import type { DocumentId } from '../platform/ids.ts'
import { refused } from '../platform/result.ts'
import { idFrom } from './arguments.ts'
import { done, verb } from './command.ts'
import { electionOption, municipalityOption, operator } from './find.ts'
import { reasonTextIn } from './reason-texts.ts'
import { withCampaigns } from './with-campaigns.ts'

export function timelineVerb(delivery: Command): void {
  const description = {
    name: 'timeline LETTER_ID',
    summary: 'Show what happened to one letter, as evidence: attempts, answers, times, receipt, SHA-256',
    examples: ['delivery timeline 5b0c4f0e-…', 'delivery timeline 5b0c4f0e-… --json'],
    options: [municipalityOption, electionOption],
  }
  verb(delivery, description, (app, [letterId], options) =>
    withCampaigns(app, options, async (campaigns) => {
      const documentId = idFrom<DocumentId>(letterId, 'LETTER_ID')
      for (const campaign of campaigns) {
        const timeline = await showTimeline(app, { ...campaign, documentId, by: operator })
        if (timeline) return done(asFacts(timeline), ...timelineLines(timeline))
      }
      return refused('no-such-letter')
    }),
  )
}

function asFacts(timeline: Timeline) {
  return { ...timeline, documentSha256: timeline.documentSha256.toString('hex') }
}

export function timelineLines(timeline: Timeline): string[] {
  const { state, reason, receipt, finishedAt, openedAt, nextAttemptAt, documentSha256, mailboxKey } = timeline
  const because = reason ? ` (${[reason, reasonTextIn(state, reason)].filter(Boolean).join(': ')})` : ''
  return [
    `${state}${because}${finishedAt ? ` at ${finishedAt.toISOString()}` : ''}`,
    `  SHA-256 of the PDF  ${documentSha256.toString('hex')}`,
    `  key                 ${mailboxKey}`,
    `  receipt             ${receipt ?? 'none'}`,
    `  released            ${openedAt.toISOString()}`,
    ...timeline.timeline.flatMap(attemptLines),
    ...(timeline.seenReadAt ? [`  seen to be opened   ${timeline.seenReadAt.toISOString()}`] : []),
    ...(state === 'waiting' ? [`  next attempt        ${nextAttemptAt.toISOString()}`] : []),
  ]
}

function attemptLines(attempt: AttemptOnTimeline): string[] {
  const { startedAt, answeredAt, outcome, httpStatus, code, detail, receipt } = attempt
  const answer = [outcome ?? 'no answer yet', httpStatus && `HTTP ${httpStatus}`, code, detail]
  if (receipt) answer.push(`receipt ${receipt}`)
  const retraced = attempt.answeredTraceId ? `, then ${attempt.answeredTraceId}` : ''
  const theirs = attempt.partyTraceId ? ` (their id ${attempt.partyTraceId})` : ''
  const after = answeredAt ? `, answer written down at ${answeredAt.toISOString()}` : ''
  return [
    `  attempt ${attempt.attempt}: taken up at ${startedAt.toISOString()}${after}`,
    `    ${answer.filter(Boolean).join(', ')}${theirs}`,
    `    request ${attempt.traceId}${retraced}, by ${attempt.route ?? 'a road that was not kept'}`,
  ]
}
