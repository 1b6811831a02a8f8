import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  addStaff,
  type CredentialId,
  isStaffRight,
  issueCredential,
  listStaff,
  revokeCredential,
  staffRights,
} from '../municipalities/index.ts'
import { refused } from '../platform/result.ts'
import { done, noun, verb } from './command.ts'
import { chosenMunicipality, municipalityOption, operator } from './find.ts'

export function staffCommands(program: Command): void {
  const staff = noun(program, 'staff', 'People of a municipality and what they may do')
  addVerb(staff)
  listVerb(staff)
  revokeVerb(staff)
}

function addVerb(staff: Command): void {
  const description = {
    name: 'add EMAIL NAME',
    summary: 'Add a person and write their credential to a file; one e-mail address is one person',
    examples: [
      'staff add an@zonnedorp.example "An Peeters" --rights letters.request-release --out an.credential',
    ],
    options: [
      municipalityOption,
      ['--out FILE', 'where the credential is written, readable by you alone'],
      ['--days N', 'how many days the credential is good for', '90'],
    ] as const,
    required: [['--rights LIST', `comma-separated: ${staffRights.join(', ')}`]] as const,
  }
  verb(staff, description, async (app, [email, name], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const rights = String(options.rights).split(',')
    const wrong = rights.filter((right) => !isStaffRight(right))
    if (wrong.length > 0) return refused('not-valid', `no such right: ${wrong.join(', ')}`)
    const { municipalityId } = found.municipality
    const person = {
      municipalityId,
      email: email!,
      name: name!,
      rights: rights.filter(isStaffRight),
      isDemo: false,
    }
    const added = await addStaff(app, { ...person, by: operator })
    if (!added.ok) return added
    const validForDays = Number(options.days)
    const issued = await issueCredential(app, {
      municipalityId,
      staffId: added.staffId,
      validForDays,
      by: operator,
    })
    if (!issued.ok) return issued
    const file = typeof options.out === 'string' ? options.out : `${added.staffId}.credential`
    await writeFile(file, `${issued.credential}\n`, { mode: 0o600, flag: 'wx' })
    return done(
      { staffId: added.staffId, credentialFile: file },
      `${name} is added; their credential is in ${file}.`,
    )
  })
}

function listVerb(staff: Command): void {
  const description = {
    name: 'list',
    summary: 'List the people and their rights',
    examples: ['staff list'],
    options: [municipalityOption],
  }
  verb(staff, description, async (app, _, options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const people = await listStaff(app, { municipalityId })
    return done(
      { items: people },
      ...people.map(({ name, email, rights }) => `${name} <${email}>: ${rights.join(', ')}`),
    )
  })
}

function revokeVerb(staff: Command): void {
  const description = {
    name: 'revoke CREDENTIAL_ID',
    summary: 'Revoke a credential at once, wherever its file may be',
    examples: ['staff revoke 0198b7a0-…'],
    options: [municipalityOption],
  }
  verb(staff, description, async (app, [credentialId], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const facts = { municipalityId, credentialId: credentialId as CredentialId, by: operator }
    const revoked = await revokeCredential(app, facts)
    return revoked.ok ? done({ revoked: true }, 'The credential is revoked.') : revoked
  })
}
