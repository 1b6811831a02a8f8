import type { Command } from 'commander'
import {
  type AuthorityKind,
  authoritiesOf,
  type BureauAuthority,
  endAuthority,
  grantAuthority,
} from '../bureaus/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { WrongUse } from './arguments.ts'
import { done, verb } from './command.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

const kinds: Readonly<Record<string, AuthorityKind>> = {
  court: 'COURT',
  canton: 'CANTON_MAIN',
  municipal: 'MUNICIPAL_MAIN',
  district: 'DISTRICT_MAIN',
  'province-district': 'PROVINCE_DISTRICT_MAIN',
  constituency: 'CONSTITUENCY_MAIN',
}

export function grantVerb(bureaus: Command): void {
  const description = {
    name: 'grant ENTERPRISE_NUMBER',
    summary:
      'Let a court or main bureau see the bureaus of an election, and do what its law gives it to do there',
    examples: [
      'bureaus grant 1999000744 --name "Vredegerecht Zonnedorp" --kind court',
      'bureaus grant 1999001239 --name "Districtshoofdbureau Duinen" --kind district --district Duinen',
    ],
    options: [
      municipalityOption,
      electionOption,
      ['--name NAME', 'how it is called'],
      [
        '--kind KIND',
        'court, canton, municipal, district, province-district or constituency: a court, or the main bureau of which',
        'court',
      ],
      ['--district NAME', 'of a city with district councils: the district of which it is the main bureau'],
    ] as const,
  }
  verb(bureaus, description, async (app, [enterpriseNumber], options) => {
    const kind = kinds[String(options.kind)]
    if (!kind) throw new WrongUse(`--kind is one of ${Object.keys(kinds).join(', ')}`)
    if (typeof options.name !== 'string' || !options.name.trim()) throw new WrongUse('give it a --name')
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const district = typeof options.district === 'string' ? options.district.trim() : undefined
    const authority = { enterpriseNumber: enterpriseNumber!, name: options.name.trim(), kind, district }
    const granted = await grantAuthority(app, { election, authority, by: operator })
    if (!granted.ok) return granted
    const { municipalityId } = election
    const items = await app.database.inScope(staffOf(municipalityId), (db) => authoritiesOf(db, election))
    return done({ items }, ...items.map(lineOf))
  })
}

const lineOf = ({ enterpriseNumber, name, district }: BureauAuthority) =>
  [enterpriseNumber, name, district && `(${district})`].filter(Boolean).join('  ')

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
