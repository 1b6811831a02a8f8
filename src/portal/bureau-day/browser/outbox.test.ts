import { afterEach, expect, test, vi } from 'vitest'
import { forgetCorrected, keepDeed, markWrong, waitingOf } from './outbox.js'

afterEach(() => vi.unstubAllGlobals())

test('a text that could not be kept goes once it was noted better; what is about another stays', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  })
  const queue = { kind: 'incident', incident: 'QUEUE', note: 'fout' }
  keepDeed('a', { ...queue, id: '1' })
  keepDeed('a', { ...queue, id: '2', incident: 'COMPUTER' })
  keepDeed('a', { ...queue, id: '3', note: 'goed' })
  for (const id of ['1', '2']) markWrong('a', id, 'Schrijf geen rijksregisternummer in een tekst.')
  forgetCorrected('a', { ...queue, id: '3' })
  expect(waitingOf('a').map(({ id }: { id: string }) => id)).toEqual(['2', '3'])
})
