import { expect, test } from 'vitest'
import type { CampaignStatus } from '../../delivery/index.ts'
import { liveFacts } from './live-facts.ts'

const counts = { waiting: 0, attempting: 0, delivered: 0, inactive: 0, refused: 0, unconfirmed: 0 }

const sending = (delivered: number, waiting: number, perSecond: number) =>
  ({
    ...{ state: 'open', total: delivered + waiting, perSecond, secondsToGo: waiting / perSecond },
    counts: { ...counts, delivered, waiting },
  }) as unknown as CampaignStatus

const leftOf = (status: CampaignStatus) => liveFacts(status, new Date(0)).texts.left

test('the pace of a few people who test says nothing of how long a town takes', () => {
  expect(leftOf(sending(3, 49_997, 0.5))).not.toContain('uur')
  expect(leftOf(sending(700, 49_300, 100))).toBe('Nog ongeveer 9 minuten.')
})

test('of a village half of the letters is enough to say how long the others take', () => {
  expect(leftOf(sending(11, 13, 1))).not.toContain('minuut')
  expect(leftOf(sending(12, 12, 1))).toBe('Nog minder dan een minuut.')
})

test('what it does is told by the same facts as the figures, so that a page never says one and counts the other', () => {
  const held = { ...sending(0, 24, 0), wave: { toGo: 0 } } as unknown as CampaignStatus
  const [before, after] = [held, sending(3, 21, 1)].map((status) => liveFacts(status, new Date(0)))
  expect(before).toMatchObject({ state: 'held-back', colour: 'yellow', texts: { tag: 'Tegengehouden' } })
  expect(after).toMatchObject({ state: 'sending', colour: 'blue', texts: { tag: 'Bezig' } })
  expect(after!.texts.state).toContain('De brieven vertrekken vanzelf')
  const waits = { ...sending(1, 2, 1), goesOnAt: new Date('2029-05-02T06:00:00Z') }
  expect(liveFacts(waits, new Date(0)).texts.state).toMatch(/gaat het verder op .*2029.*\.$/)
})
