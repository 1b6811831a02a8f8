import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { packed, sheetOf, workbookFiles, workbookOf } from '../../../test/workbook.ts'
import { openParts } from './workbook-parts.ts'

const ole2 = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const files = workbookFiles({ sheets: [sheetOf([['a']])] })

test.each<[string, Buffer, string, RegExp]>([
  ['a spreadsheet of before 2007', ole2, 'not-a-workbook', /before 2007/],
  [
    'one behind a password',
    Buffer.concat([ole2, Buffer.from('EncryptedPackage', 'utf16le')]),
    'not-a-workbook',
    /password/,
  ],
  [
    'an OpenDocument spreadsheet',
    packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    'not-a-workbook',
    /\(ods\)/,
  ],
  ['a binary workbook', packed({ 'xl/workbook.bin': 'x' }), 'not-a-workbook', /xlsb/],
  [
    'a text document',
    packed({ '_rels/.rels': '<x/>', 'word/document.xml': '<x/>' }),
    'not-a-workbook',
    /ZIP file/,
  ],
  ['a list in a ZIP', packed({ 'list.csv': 'a;b\n' }), 'not-a-workbook', /unpacked first/],
  ['a bomb', packed({ ...files, 'xl/bomb.xml': ' '.repeat(80e6) }), 'not-a-workbook', /far more/],
  ['half a workbook', workbookOf({ sheets: [] }).subarray(0, 300), 'damaged-workbook', /unpacked/],
  ['the first bytes of a ZIP', Buffer.from('504b0304', 'hex'), 'damaged-workbook', /unpacked/],
])('%s is refused with what it is', async (_, bytes, because, detail) => {
  await expect(openParts(bytes)).rejects.toMatchObject({ because, detail: expect.stringMatching(detail) })
})

test('a byte that changed is noticed', async () => {
  const bytes = Buffer.from(
    zipSync({ '_rels/.rels': strToU8('<x/>'), 'xl/workbook.xml': strToU8('<workbook/>') }, { level: 0 }),
  )
  bytes[bytes.indexOf('<workbook/>') + 1] = 'W'.charCodeAt(0)
  const parts = await openParts(bytes)
  const read = async () => {
    for await (const _ of parts.read('xl/workbook.xml'));
  }
  await expect(read()).rejects.toMatchObject({ because: 'damaged-workbook', detail: /checksum/ })
})
