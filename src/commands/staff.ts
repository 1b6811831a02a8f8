import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  addStaff,
  issueCredential,
  listStaff,
  revokeCredentials,
  type StaffRight,
  staffRights,
} from '../municipalities/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { chosenMunicipality, municipalityOption, operator } from './find.ts'

export function staffCommands(program: Command): void {
  const staff = noun(program, 'staff', 'People of a municipality and what they may do')

  const add = {
    name: 'add EMAIL NAME',
    summary: 'Add a person and write their credential to a file; one e-mail address is one person',
    examples: [
      'staff add an@zonnedorp.example "An Peeters" --rights letters.request-release --out an.credential',
    ],
    options: [
      municipalityOption,
      ['--out FILE', 'where the credential is written, readable by you alone'],
    ] as const,
    required: [['--rights LIST', `comma-separated: ${staffRights.join(', ')}`]] as const,
  }
  verb(staff, add, async (app, [email, name], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const rights = String(options.rights).split(',')
    const wrong = rights.filter((right) => !(staffRights as readonly string[]).includes(right))
    if (wrong.length > 0) return refused('not-valid', `no such right: ${wrong.join(', ')}`)
    const { municipalityId } = found.municipality
    const person = {
      municipalityId,
      email: email!,
      name: name!,
      rights: rights as StaffRight[],
      isDemo: false,
      by: operator,
    }
    const added = await addStaff(app, person)
    if (!added.ok) return added
    const issued = await issueCredential(app, { municipalityId, staffId: added.staffId, by: operator })
    const file = typeof options.out === 'string' ? options.out : `${added.staffId}.credential`
    await writeFile(file, `${issued.credential}\n`, { mode: 0o600, flag: 'wx' })
    return done(
      { staffId: added.staffId, credentialFile: file },
      `${name} is added; their credential is in ${file}.`,
    )
  })

  const list = {
    name: 'list',
    summary: 'List the people and their rights',
    examples: ['staff list'],
    options: [municipalityOption],
  }
  verb(staff, list, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const people = await app.database.inScope(staffOf(municipalityId), (db) => listStaff(db, municipalityId))
    return done(
      { items: people },
      ...people.map(({ name, email, rights }) => `${name} <${email}>: ${rights.join(', ')}`),
    )
  })

  const revoke = {
    name: 'revoke EMAIL',
    summary: 'Revoke every credential of a person at once',
    examples: ['staff revoke an@zonnedorp.example'],
    options: [municipalityOption],
  }
  verb(staff, revoke, async (app, [email], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const revoked = await revokeCredentials(app, { municipalityId, email: email!, by: operator })
    return revoked.ok
      ? done({ revoked: revoked.count }, `${revoked.count} credentials are revoked.`)
      : revoked
  })
}
