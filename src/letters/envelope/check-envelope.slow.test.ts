import { expect, test } from 'vitest'
import { lookAtPdf } from '../../platform/pdf/look-at-pdf.ts'
import { loadPlate, makePlate } from '../../platform/pdf/plate.ts'
import { plateSource, pressLetter, wholeSource } from '../letter-template/letter-template.ts'
import { example, letterOf, typesetter } from '../letter-template/testing.ts'
import { checkEnvelope, type EnvelopeFault } from './check-envelope.ts'
import { envelopeRules, windowOnPage } from './envelope.ts'
import { linesTaken } from './lines-taken.ts'

const { facts, voter } = example('municipal-election')

/** What is found when the layout is changed by replacing one piece of it. */
async function foundAfter(piece: string, other: string): Promise<EnvelopeFault['because'][]> {
  const template = plateSource(facts)
  const main = template.source.main.replace(piece, other)
  if (main === template.source.main) throw new Error(`the layout has no ${piece}`)
  const plate = await makePlate(typesetter, { ...template, source: { ...template.source, main } })
  const pressed = pressLetter(loadPlate(plate.bytes), voter)
  if (!pressed.ok) throw new Error(pressed.because)
  const { front } = await lookAtPdf(pressed.pdf)
  return checkEnvelope(front, voter).map(({ because }) => because)
}

async function found(lines: readonly string[], fullName = voter.fullName): Promise<EnvelopeFault[]> {
  const { pdf } = await letterOf('municipal-election', { fullName, addressLines: lines })
  const { front, frontLines } = await lookAtPdf(pdf)
  return checkEnvelope(front, { addressLines: lines, taken: linesTaken(frontLines, [fullName, ...lines]) })
}

test('the rules of the envelope hold together: its window is as far from the edges as the post asks', () => {
  const { window, envelope, freeBelow, freeRight, mostOfAddress } = envelopeRules
  expect(window.value.fromBottom).toBeGreaterThanOrEqual(freeBelow.value)
  expect(window.value.fromRight).toBeGreaterThanOrEqual(freeRight.value)
  expect(window.value.width).toBeLessThanOrEqual(mostOfAddress.value.width)
  expect(window.value.height + window.value.fromBottom).toBeLessThan(envelope.value.height)
  expect(windowOnPage(envelopeRules).always).toEqual({ left: 100, top: 40, right: 190, bottom: 69 })
})

test('addresses of every shape lie in the window: short, long, accented, abroad, whole', async () => {
  expect(await found(['Kerkstraat 1', '9999 Zonnedorp'])).toEqual([])
  expect(await found(['Çâpşaçg̃ıçşğj 12', '9999 Ğöngşdorp'], 'Ünal Ğöçşı Ąçğ')).toEqual([])
  expect(await found(['10 Downing Street', 'London SW1A 2AA', 'VERENIGD KONINKRIJK'])).toEqual([])
  const long = 'Maximiliaan Alexander Bartholomeus Vandenbroucke-Van Cauwenberghe'
  expect(
    await found(['Burgemeester Jan-Baptist van der Straetenlaan 123 bus 4', '9999 Zonnedorp'], long),
  ).toEqual([])
  const everything = example('everything-long')
  const whole = await typesetter.typeset(wholeSource(everything.facts, everything.voter))
  expect(checkEnvelope((await lookAtPdf(whole)).front, everything.voter)).toEqual([])
})

const longLast = 'Vanden Berghe-Van Cauwenberghe-De Maere d’Aertrycke van Outryve d’Ydewalle-Le Grelle de Bro'
const longFirst = 'Maximiliaan Alexander Bartholomeus Emmanuel Konstantijn Ferdinand Jozef'
const longStreet =
  'Burgemeester Jan-Baptist van der Straeten-Vandenbroucke de Lichtervelde-Kasteellaan Noord 123 bus 4'

test.each([
  ['a name of three lines', `${longLast} ${longFirst}`, 'Kerkstraat 1'],
  ['a name of three lines and a street of two', `${longLast} ${longFirst}`, longStreet],
  ['a name of two lines and a street of two', `${longLast}`, longStreet],
])('%s, as the list may hold them, is no fault where all of it is seen', async (_, name, street) => {
  expect(await found([street, '9999 Zonnedorp'], name)).toEqual([])
})

test('a name that takes more than the window is a fault, for what it is', async () => {
  const name = `${'M'.repeat(120)} ${'W'.repeat(120)}`
  const faults = await found(['Kerkstraat 1', '9999 Zonnedorp'], name)
  expect(faults.map(({ because }) => because)).toEqual(['too-many-lines', 'leaves-window'])
})

test('the lines of an address are counted where it is read as it was written, and only there', () => {
  const page = ['Onze stad', 'Jan van der', 'Straeten-', 'Peeters', 'Kerkstraat 1', '9999 Zonnedorp', 'Titel']
  const texts = ['Jan van der Straeten-Peeters', 'Kerkstraat 1', '9999 Zonnedorp']
  expect(linesTaken(page, texts)).toBe(5)
  expect(linesTaken(page.toSpliced(4, 0, 'Reclame'), texts)).toBeUndefined()
  expect(linesTaken([], texts)).toBeUndefined()
})

test('an address that was moved by a change of the layout is found, and where it is', async () => {
  expect(await foundAfter('y: 40mm, line: 12pt', 'y: 60mm, line: 12pt')).toContain('leaves-window')
  expect(await foundAfter('x: 102mm', 'x: 94mm')).toContain('leaves-window')
  expect(await foundAfter('x: 102mm', 'x: 168mm')).toEqual(
    expect.arrayContaining(['leaves-window', 'too-near-edge']),
  )
  expect(await foundAfter('x: 102mm', 'x: 20mm')).toContain('no-address')
  const { pdf } = await letterOf('municipal-election')
  const lower = {
    ...envelopeRules.window,
    value: { ...envelopeRules.window.value, height: 20, fromBottom: 45 },
  }
  const [fault] = checkEnvelope((await lookAtPdf(pdf)).front, voter, {
    ...envelopeRules,
    window: lower,
  })
  expect(fault).toEqual({ because: 'leaves-window', at: '102.2–133.2 × 44.7–55.9 mm' })
})

test('anything else in the window is found: a line of text, a drawing, a word beside the address', async () => {
  const title = '// ── Title ──'
  const add = (what: string) => foundAfter(title, `#at-page(${what})\n${title}`)
  expect(await add('102mm, 72mm, [Drukwerk]')).toContain('leaves-window')
  expect(await add('170mm, 50mm, text(size: 8pt)[Port betaald]')).toContain('ink-beside-address')
  expect(await add('150mm, 44mm, pdf.artifact(rect(width: 20mm, height: 14mm))')).toContain(
    'ink-beside-address',
  )
  expect(await add('102mm, 62mm, block(width: 60mm)[Een regel te veel #linebreak() en nog een]')).toContain(
    'other-lines',
  )
})

test('an address that the post cannot read as one is found: without a town, with too many lines', async () => {
  expect((await found(['Kerkstraat 1', 'Zonnedorp'])).map(({ because }) => because)).toEqual(['no-town'])
  const { front } = await lookAtPdf((await letterOf('municipal-election')).pdf)
  expect(checkEnvelope(front, { addressLines: [] }).map(({ because }) => because)).toContain('other-lines')
  const rules = { ...envelopeRules, mostLines: { ...envelopeRules.mostLines, value: 2 } }
  expect(checkEnvelope(front, voter, rules).map(({ because }) => because)).toEqual(['too-many-lines'])
})
