import type { CampaignStatus } from '../../delivery/index.ts'
import { countText, type TagColour } from '../../platform/http/components/index.ts'
import { momentText } from '../home/day-texts.ts'
import { texts } from './texts.nl.ts'

/** What a campaign is doing, as a clerk thinks of it. */
export type Doing = 'sending' | 'held-back' | 'scheduled' | 'stopped' | 'finished'

/** What moves on the page of progress: made here for the page and for the stream, so that both say the same. */
export interface LiveFacts {
  readonly state: Doing
  readonly colour: TagColour
  /** When it was so, in milliseconds: a page does not go back to what was before it. */
  readonly moment: number
  readonly done: number
  readonly total: number
  readonly texts: Readonly<
    Record<'tag' | 'state' | 'delivered' | 'inactive' | 'toGo' | 'trouble' | 'pace' | 'left' | 'at', string>
  >
  /** One sentence, for who hears the page. */
  readonly said: string
}

export function doingOf({ state, finishedAt, wave, goesOnAt }: CampaignStatus): Doing {
  if (finishedAt) return 'finished'
  if (state === 'stopped') return 'stopped'
  if (wave?.toGo === 0) return 'held-back'
  return goesOnAt ? 'scheduled' : 'sending'
}

export function liveFacts(status: CampaignStatus, at: Date): LiveFacts {
  const { counts, total, perSecond, secondsToGo } = status
  const toGo = counts.waiting + counts.attempting
  const state = doingOf(status)
  const isMoving = state === 'sending' && perSecond > 0
  const isMeasured = total - toGo >= Math.min(fewestMeasured, total / 2)
  return {
    ...{ state, colour: colours[state], moment: at.getTime() },
    ...{ done: total - toGo, total },
    texts: {
      tag: texts.progress.states[state].tag,
      state: stateText(status, state),
      delivered: countText(counts.delivered),
      inactive: countText(counts.inactive),
      toGo: countText(toGo),
      trouble: countText(counts.refused + counts.unconfirmed),
      pace: isMoving ? texts.progress.perSecond(paceText(perSecond)) : texts.progress.noPace,
      left: isMoving && secondsToGo !== undefined ? leftText(secondsToGo, isMeasured) : texts.progress.noEta,
      at: texts.progress.countedAt(clock.format(at)),
    },
    said: texts.progress.said(countText(total - toGo), countText(total)),
  }
}

const colours: Readonly<Record<Doing, TagColour>> = {
  ...{ sending: 'blue', 'held-back': 'yellow', scheduled: 'grey', stopped: 'red', finished: 'green' },
}

function stateText({ finishedAt, goesOnAt }: CampaignStatus, state: Doing): string {
  const at = finishedAt ?? goesOnAt
  return [texts.progress.states[state].text, at && `${momentText(at)}.`].filter(Boolean).join(' ')
}

/** After a wave of three people who test, their pace would say that a town takes a day. */
const fewestMeasured = 100

function leftText(secondsToGo: number, isMeasured: boolean): string {
  return isMeasured ? texts.progress.eta(timeText(secondsToGo)) : texts.progress.tooEarly
}

function paceText(perSecond: number): string {
  return perSecond >= 10 ? countText(Math.round(perSecond)) : perSecond.toFixed(1).replace('.', ',')
}

/** `ongeveer 3 minuten`: no more precise than it is. */
function timeText(seconds: number): string {
  const { minute, minutes, hours } = texts.progress
  const whole = Math.ceil(seconds / 60)
  if (whole <= 1) return minute
  return whole < 90 ? minutes(countText(whole)) : hours(countText(Math.round(whole / 60)))
}

const clock = new Intl.DateTimeFormat('nl-BE', {
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  timeZone: 'Europe/Brussels',
})
