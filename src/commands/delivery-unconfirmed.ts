import type { Command } from 'commander'
import { type DeliveryOutcome, listUnconfirmed } from '../delivery/index.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { electionOption, municipalityOption, operator } from './find.ts'
import { withCampaigns } from './with-campaigns.ts'

export function unconfirmedVerb(delivery: Command): void {
  const description = {
    name: 'unconfirmed',
    summary: 'List the letters of which nobody knows whether they arrived, each to be settled with evidence',
    examples: ['delivery unconfirmed', 'delivery unconfirmed --json', 'delivery timeline 5b0c4f0e-…'],
    options: [municipalityOption, electionOption],
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, async (campaigns) => {
      const items: DeliveryOutcome[] = []
      for (const campaign of campaigns)
        items.push(...(await listUnconfirmed(app, { ...campaign, by: operator })))
      return done({ items }, ...unconfirmedLines(items))
    }),
  )
}

function unconfirmedLines(items: readonly DeliveryOutcome[]): string[] {
  if (items.length === 0) return ['Of every letter that left it is known what became of it.']
  return [
    `${counted(items.length, 'letter')} may have arrived, or not. What was asked of the e-Box: npx kiesloket delivery timeline LETTER_ID`,
    ...items.map(
      ({ documentId, reason, attempts }) => `  ${documentId}  ${reason}, ${counted(attempts, 'attempt')}`,
    ),
    'Next: find out, then npx kiesloket delivery settle LETTER_ID --as OUTCOME --evidence TEXT',
  ]
}
