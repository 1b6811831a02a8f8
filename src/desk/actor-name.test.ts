import { expect, test } from 'vitest'
import { actorName } from './actor-name.ts'

test('who noted something is told in Dutch; somebody of the desk stays for who knows the names', () => {
  expect(actorName('chair')).toBe('de voorzitter, op een telefoon')
  expect(actorName('demo')).toBe('het voorbeeld')
  expect(actorName('citizen')).toBe('de burger zelf')
  expect(actorName('01890a5d-ac96-774b-bcce-b302099a8057')).toBe('01890a5d-ac96-774b-bcce-b302099a8057')
})
