import type { Command } from 'commander'
import { type AuthorityKind, authoritiesOf, endAuthority, grantAuthority } from '../bureaus/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { WrongUse } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

const kinds: Readonly<Record<string, AuthorityKind>> = {
  court: 'COURT',
  canton: 'CANTON_MAIN',
  municipal: 'MUNICIPAL_MAIN',
}

export function grantVerb(bureaus: Command): void {
  const description = {
    name: 'grant ENTERPRISE_NUMBER',
    summary: 'Let a court or main bureau see the bureaus of an election and designate who sits there',
    examples: ['bureaus grant 1999000744 --name "Vredegerecht Zonnedorp" --kind court'],
    options: [
      municipalityOption,
      electionOption,
      ['--name NAME', 'how it is called'],
      ['--kind KIND', 'court, canton or municipal: a court, or the main bureau of which', 'court'],
    ] as const,
  }
  verb(bureaus, description, async (app, [enterpriseNumber], options) => {
    const kind = kinds[String(options.kind)]
    if (!kind) throw new WrongUse(`--kind is one of ${Object.keys(kinds).join(', ')}`)
    if (typeof options.name !== 'string' || !options.name.trim()) throw new WrongUse('give it a --name')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const authority = { enterpriseNumber: enterpriseNumber!, name: options.name.trim(), kind }
    const granted = await grantAuthority(app, { election, authority, by: operator })
    if (!granted.ok) return granted
    const { municipalityId } = election
    const items = await app.database.inScope(staffOf(municipalityId), (db) => authoritiesOf(db, election))
    return done({ items }, ...items.map((one) => `${one.enterpriseNumber}  ${one.name}`))
  })
}

export function ungrantVerb(bureaus: Command): void {
  const description = {
    name: 'ungrant ENTERPRISE_NUMBER',
    summary: 'Take that back: from now on it sees nothing of this election',
    examples: ['bureaus ungrant 1999000744'],
    options: [municipalityOption, electionOption],
  }
  verb(bureaus, description, async (app, [enterpriseNumber], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const ended = await endAuthority(app, {
      ...{ election, enterpriseNumber: enterpriseNumber!, by: operator },
    })
    if (!ended.ok) return ended
    return done({ enterpriseNumber }, `${enterpriseNumber} sees nothing of this election any more.`)
  })
}
