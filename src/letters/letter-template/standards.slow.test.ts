import { expect, test } from 'vitest'
import { breaches } from '../../../test/verapdf.ts'
import { exampleNames, letterOf } from './testing.ts'

test('veraPDF finds PDF/UA-1 and PDF/A-2a in one file', async (context) => {
  const letters = await Promise.all(exampleNames.map(async (name) => (await letterOf(name)).pdf))
  const rare = (await letterOf('municipal-election', { fullName: 'Nguyễn Thị Phượng' })).pdf
  const duplicate = (await letterOf('municipal-election', { mark: 'DUPLICAAT' })).pdf
  expect(await breaches(context, [...letters, rare, duplicate])).toEqual([])
})
