import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { addressLines } from '../platform/address.ts'
import type { VoterId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { addressForOthers, findVoters, openVoter, type Question, type VoterFact } from '../voters/index.ts'
import { idFrom, WrongUse, wholeNumber } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

const mostAtOnce = 200

export function findVerb(voters: Command): void {
  const description = {
    name: 'find',
    summary:
      'Find voters by name (typing errors and accents do not matter), address, list number or national number',
    examples: [
      'voters find --name "van de velde zoe" --reason "asks for a duplicate"',
      'voters find --street Kersenlaan --house-number 12 --reason "post came back"',
      'voters find --national-number-file number.txt --reason "asks for a duplicate"',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--name TEXT', 'words of the name, in any order'],
      ['--birth-date DATE', 'with a name: born on this day, as 1980-05-17'],
      ['--street TEXT', 'street of the main residence'],
      ['--house-number TEXT', 'with a street'],
      ['--list-number N', 'the number on the list'],
      [
        '--national-number-file FILE',
        'file with the national number: on a command line it would stay behind',
      ],
      ['--most N', 'how many are shown', '20'],
    ] as const,
    required: [['--reason TEXT', 'why; kept in the audit log, so never a name or a number']] as const,
  }
  verb(voters, description, async (app, _, options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const asked = await questionFrom(options)
    if (!asked.ok) return asked
    const limit = wholeNumber(options.most, '--most', mostAtOnce)
    const facts = { question: asked.question, by: operator, reason: String(options.reason), limit }
    const answer = await findVoters(app, { election: found.election, ...facts })
    if (!answer.ok) return answer
    const items = answer.voters.map(({ voter, closeness }) => ({ ...shown(voter), closeness }))
    return done(
      { items, more: answer.next !== undefined },
      ...(items.length === 0 ? ['Nobody on the list answers to that.'] : items.map(lineOf)),
      ...(answer.next ? ['There are more: say more of whom you look for, or ask with --most.'] : []),
    )
  })
}

export function openVerb(voters: Command): void {
  const description = {
    name: 'open VOTER_ID',
    summary: 'Show one voter of the list; that somebody looked, and why, stays in the audit log',
    examples: ['voters open 5b0c4f0e-… --reason "asks why there are two letters"'],
    options: [municipalityOption, electionOption],
    required: [['--reason TEXT', 'why; kept in the audit log']] as const,
  }
  verb(voters, description, async (app, [id], options) => {
    const voterId = idFrom<VoterId>(id, 'VOTER_ID')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const facts = { election: found.election, voterId, by: operator, reason: String(options.reason) }
    const opened = await openVoter(app, facts)
    if (!opened.ok) return opened
    const voter = {
      ...shown(opened.voter),
      category: opened.voter.category,
      birthDate: opened.voter.birthDate,
    }
    return done(
      voter,
      lineOf(voter),
      `  ${voter.category}, born ${voter.birthDate ?? 'on a day that is not known'}`,
    )
  })
}

async function questionFrom(options: Options): Promise<Result<{ question: Question }, 'no-such-file'>> {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : undefined)
  const file = text('nationalNumberFile')
  const [name, birthDate, street] = [text('name'), text('birthDate'), text('street')]
  const described = [name, birthDate, street, text('houseNumber')].some((part) => part !== undefined)
  const ways = [described, file !== undefined, options.listNumber !== undefined].filter(Boolean).length
  if (ways !== 1)
    throw new WrongUse('look by name and address, or by --list-number, or by --national-number-file')
  if (options.listNumber !== undefined)
    return { ok: true, question: { listNumber: wholeNumber(options.listNumber, '--list-number') } }
  if (file === undefined)
    return { ok: true, question: { name, birthDate, street, houseNumber: text('houseNumber') } }
  const number = await readFile(file, 'utf8').catch(() => undefined)
  if (number === undefined) return refused('no-such-file', file)
  return { ok: true, question: { nationalNumber: number.trim() } }
}

function shown(voter: VoterFact) {
  const { voterId, listNumber, section, state, lastName, firstNames } = voter
  const address = addressForOthers(voter)
  return {
    ...{ voterId, listNumber, section, state, lastName, firstNames },
    address: address ? addressLines(address).join(', ') : 'address protected',
  }
}

function lineOf({
  voterId,
  listNumber,
  section,
  state,
  lastName,
  firstNames,
  address,
}: ReturnType<typeof shown>) {
  const name = [lastName, firstNames].filter(Boolean).join(', ')
  return `${listNumber}  ${name}  ${address}  section ${section}${state === 'struck' ? ', struck' : ''}  ${voterId}`
}
