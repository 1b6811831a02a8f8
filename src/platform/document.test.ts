import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkDocument, parseJson } from './document.ts'

const schema = z.strictObject({
  name: z.string().min(1).describe('name of the thing'),
  rooms: z.array(z.strictObject({ door: z.string().regex(/^\d+$/).describe('number on the door') })),
})

function pathsOf(document: unknown): string[] {
  const checked = checkDocument(schema, document)
  return checked.ok ? [] : checked.faults.map(({ path, wrong, remedy }) => `${path} | ${wrong} | ${remedy}`)
}

test('a document that fits comes back typed', () => {
  expect(checkDocument(schema, { name: 'a', rooms: [] })).toEqual({
    ok: true,
    value: { name: 'a', rooms: [] },
  })
})

test('every fault has a path, what is wrong and what to do', () => {
  expect(pathsOf({ name: '', rooms: [{ door: '1' }, { door: 'x', key: 1 }], size: 2 })).toEqual([
    'name | is empty | Give: name of the thing',
    'rooms.1.door | must match pattern /^\\d+$/ | Give: number on the door',
    'rooms.1.key | is not a field of this file | Remove it, or mend the spelling; known here: door',
    'size | is not a field of this file | Remove it, or mend the spelling; known here: name, rooms',
  ])
  expect(pathsOf({ rooms: [] })).toEqual(['name | is missing | Give: name of the thing'])
})

test.each([null, 'text', [], 7])('%j is not such a document, and says so', (document) => {
  expect(pathsOf(document).join()).toMatch(/^\(file\)/)
})

test('a text that is no JSON has one fault', () => {
  expect(parseJson('{"name": }')).toMatchObject({
    ok: false,
    because: 'not-valid',
    faults: [{ path: '(file)' }],
  })
  expect(parseJson('{}')).toEqual({ ok: true, document: {} })
})
