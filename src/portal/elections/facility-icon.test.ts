import { expect, test } from 'vitest'
import { drawingFor } from './facility-icon.tsx'

test.each([
  ['aangepast toilet', 'toilet'],
  ['Toilet voor rolstoelgebruikers', 'toilet'],
  ['WC', 'toilet'],
  ['parking', 'parking'],
  ['voorbehouden parkeerplaats', 'parking'],
  ['ringleiding', 'ear'],
  ['lift', 'lift'],
  ['hellend vlak', 'wheelchair'],
  ['liftende begeleiders', 'tick'],
  ['koffie', 'tick'],
])('%s is drawn as %s', (facility, drawing) => expect(drawingFor(facility)).toBe(drawing))
