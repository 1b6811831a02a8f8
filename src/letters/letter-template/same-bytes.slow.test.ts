import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sha256 } from '../../platform/hash.ts'
import { letterTemplate } from './letter-template.ts'
import { exampleNames, letterOf } from './testing.ts'

test('another process makes the same bytes', async () => {
  const script = `
    import { readFileSync } from 'node:fs'
    import { createHash } from 'node:crypto'
    import { loadPlate, makePlate } from './src/platform/pdf/plate.ts'
    import { createTypesetter } from './src/platform/pdf/typesetter.ts'
    import { plateSource, renderLetter } from './src/letters/letter-template/letter-template.ts'
    const typesetter = createTypesetter()
    for (const name of ['municipal-election', 'everything-long']) {
      const { facts, voter } = JSON.parse(readFileSync('src/letters/letter-template/examples/' + name + '.json', 'utf8'))
      const plate = loadPlate((await makePlate(typesetter, plateSource(facts))).bytes)
      const { pdf } = await renderLetter({ typesetter }, { plate, facts, voter })
      console.log(createHash('sha256').update(pdf).digest('hex'))
    }`
  const run = () =>
    execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
  const here = run()
  expect(here).toMatch(/^([0-9a-f]{64}\n){2}$/)
  expect(run()).toBe(here)
})

/** Approved as the pictures are. A letter that says the same is the same bytes for as long as the template keeps its version. */
test('the examples are the bytes that were approved for this version of the template', async () => {
  const letters: Record<string, string> = {}
  for (const name of exampleNames) letters[name] = sha256((await letterOf(name)).pdf).toString('hex')
  const found = { template: letterTemplate.version, letters }
  const approved = new URL('examples/bytes.json', import.meta.url)
  if (process.env.APPROVE) writeFileSync(approved, `${JSON.stringify(found, null, 2)}\n`)
  expect(found).toEqual(JSON.parse(readFileSync(approved, 'utf8')))
})
