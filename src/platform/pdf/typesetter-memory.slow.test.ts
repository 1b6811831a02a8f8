import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Grows half a megabyte a document when the event loop gets no turn: 600 documents would take 300 MB. */
test('memory stays flat over many documents', () => {
  const script = `
    import { createTypesetter } from './src/platform/pdf/typesetter.ts'
    const typesetter = createTypesetter()
    const main = '#set document(title: "x")\\n#set text(lang: "nl")\\n#set page(paper: "a4")\\n#lorem(200) #sys.inputs.n'
    const make = async (from, to) => {
      for (let n = from; n < to; n++) await typesetter.typeset({ main, inputs: { n: String(n) } })
      return process.memoryUsage.rss() / 1e6
    }
    const before = await make(0, 300)
    console.log((await make(300, 900)) - before)`
  const growth = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  })
  expect(Number(growth)).toBeLessThan(60)
}, 600_000)
