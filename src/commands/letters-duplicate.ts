import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { duplicateReasons } from '../elections/index.ts'
import { identityChecks, issueDuplicate } from '../letters/index.ts'
import { WrongUse, wholeNumber } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

export function duplicateVerb(letters: Command): void {
  const description = {
    name: 'duplicate LIST_NUMBER',
    summary: 'Issue a duplicate of a released letter, marked as such: on paper, or once more to the e-Box',
    examples: [
      'letters duplicate 412 --reason not-received --identity identity-card --out duplicate.pdf',
      'letters duplicate 412 --reason not-received --identity identity-card --mailbox',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--out FILE', 'where the PDF is written', 'duplicate.pdf'],
      ['--mailbox', 'to the voter’s e-Box instead, before all campaigns'],
    ] as const,
    required: [
      ['--reason REASON', `${duplicateReasons.join(' or ')}, as far as the law of the election knows it`],
      ['--identity HOW', `how it was checked who asks: ${identityChecks.join(', ')}`],
    ] as const,
  }
  verb(letters, description, async (app, [number], options) => {
    const reason = oneOf(duplicateReasons, options.reason, '--reason')
    const identity = oneOf(identityChecks, options.identity, '--identity')
    const listNumber = wholeNumber(number, 'LIST_NUMBER')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const channel = options.mailbox ? 'mailbox' : 'print'
    const facts = { election: found.election, listNumber, reason, identity, channel, by: operator } as const
    const issued = await issueDuplicate(app, facts)
    if (!issued.ok) return issued
    const { pdf, ...told } = issued
    const which = `Duplicate ${issued.number} of that letter`
    if (channel === 'mailbox') return done(told, `${which} goes to the e-Box as soon as a worker looks.`)
    const file = String(options.out)
    await writeFile(file, pdf)
    return done({ ...told, file }, `${which} is written: ${file} (${pdf.length} bytes).`)
  })
}

function oneOf<Choice extends string>(choices: readonly Choice[], given: unknown, name: string): Choice {
  const chosen = choices.find((choice) => choice === given)
  if (!chosen) throw new WrongUse(`${name} is one of: ${choices.join(', ')}`)
  return chosen
}
