import { expect, test } from 'vitest'
import { breaches } from '../../../test/verapdf.ts'
import { type PaperView, typesetPaper } from './paper.ts'
import { createTypesetter } from './typesetter.ts'

const view: PaperView = {
  title: 'Verklaring',
  municipality: 'Zonnedorp',
  lines: ['Verkiezingsdag: zondag 10 juni 2029'],
  verdict: 'Niet alles is op tijd vertrokken.',
  verdictText: 'Hieronder staat wat en waarom.',
  warns: true,
  parts: [
    { title: 'Feiten', items: ['Een', 'Twee'] },
    {
      title: 'Aantallen',
      text: 'Geteld uit de rijen.',
      table: {
        columns: [
          { head: 'Wat', wide: true },
          { head: 'Aantal', number: true },
          { head: 'Hash', hash: true },
        ],
        rows: Array.from({ length: 80 }, (_, n) => [`Rij ${n}`, String(n), 'a1b2']),
      },
    },
  ],
  signatures: ['Namens het college', 'An Peeters, burgemeester'],
  signatureText: 'Opgemaakt in Zonnedorp.',
  footer: 'Zonnedorp',
}

test('veraPDF finds PDF/UA-1 and PDF/A-2a in a paper of several pages', async (context) => {
  expect(await breaches(context, [await typesetPaper(createTypesetter(), view)])).toEqual([])
})
