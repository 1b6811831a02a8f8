import type { Command } from 'commander'
import { rotateSealed } from '../bureaus/index.ts'
import { rotateRecipients } from '../delivery/index.ts'
import { generateSigningKey } from '../platform/signer.ts'
import { reencryptNationalNumbers } from '../voters/index.ts'
import { bareVerb, done, noun, verb } from './command.ts'
import { chosenMunicipality, municipalityOption, operator } from './find.ts'

export function keysCommands(program: Command, summary: string): void {
  const keys = noun(program, 'keys', summary)

  const rotate = {
    name: 'rotate',
    summary:
      'Seal national numbers, and what else is kept of members, with the first key of KIESLOKET_DATA_KEY',
    examples: ['keys rotate -m zonnedorp'],
    options: [municipalityOption],
  }
  verb(keys, rotate, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const { moved: voters } = await reencryptNationalNumbers(app, { municipalityId, by: operator })
    const deliveries = await rotateRecipients(app, { municipalityId })
    const { people: members, other } = await rotateSealed(app, { municipalityId })
    return done(
      { voters, deliveries, members, other },
      `${voters} voters, ${deliveries} deliveries and ${members} people of the bureaus are under key ${app.vault.currentKeyId},`,
      `and ${other} of their contact details, accounts, requests, payments and files.`,
    )
  })

  const publicKeys = {
    name: 'public',
    summary: 'Print the public signing keys as the pages publish them, for a file or for others',
    examples: ['keys public', 'keys public --json > earlier-keys.json'],
  }
  verb(keys, publicKeys, async (app) => done(app.keySet, JSON.stringify(app.keySet, null, 2)))

  const signing = {
    name: 'new-signing-key',
    summary: 'Print a fresh Ed25519 private key for KIESLOKET_SIGNING_KEY_FILE',
    examples: ['keys new-signing-key > signing-key.pem'],
  }
  bareVerb(keys, signing, async () => {
    const pem = generateSigningKey()
    return done({ pem }, pem.trimEnd())
  })
}
