import { afterAll, expect, test } from 'vitest'
import { createThreadedTypesetter } from './threaded-typesetter.ts'
import { createTypesetter, UnprintableText } from './typesetter.ts'

const threaded = createThreadedTypesetter(2)
afterAll(() => threaded.close())

const documentSaying = (text: string) => ({
  main: '#set document(title: "Brief")\n#set text(lang: "nl")\n= Brief\n#sys.inputs.text',
  inputs: { text },
})

test('a thread makes the same bytes as the main thread, whichever takes the document', async () => {
  const texts = ['een', 'twee', 'drie', 'vier']
  const plain = createTypesetter()
  const made = await Promise.all(texts.map((text) => threaded.typeset(documentSaying(text))))
  for (const [index, text] of texts.entries())
    expect(Buffer.from(made[index]!)).toEqual(Buffer.from(await plain.typeset(documentSaying(text))))
})

test('a text that no font has is refused by its own error, and the thread goes on', async () => {
  await expect(threaded.typeset(documentSaying('王'))).rejects.toThrow(UnprintableText)
  expect((await threaded.typeset(documentSaying('wel'))).length).toBeGreaterThan(0)
})

test('a document that does not compile says why', async () => {
  await expect(threaded.typeset({ main: '#nothing', inputs: {} })).rejects.toThrow(/does not compile/)
})
