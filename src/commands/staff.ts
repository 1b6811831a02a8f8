import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import type { App } from '../app.ts'
import {
  addStaff,
  type CredentialId,
  endStaff,
  isStaffRight,
  issueCredential,
  listStaff,
  revokeCredential,
  staffRights,
} from '../municipalities/index.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { refused } from '../platform/result.ts'
import { idFrom, wholeNumber } from './arguments.ts'
import { done, noun, type Options, verb } from './command.ts'
import { chosenMunicipality, municipalityOption, operator } from './find.ts'
import { deputiesVerb, deputyVerb, endDeputyVerb } from './staff-deputies.ts'

export function staffCommands(program: Command, summary: string): void {
  const staff = noun(program, 'staff', summary)
  addVerb(staff)
  credentialVerb(staff)
  listVerb(staff)
  revokeVerb(staff)
  endVerb(staff)
  deputyVerb(staff)
  deputiesVerb(staff)
  endDeputyVerb(staff)
}

const credentialOptions = [
  ['--out FILE', 'where the credential is written, readable by you alone'],
  ['--days N', 'how many days the credential is good for', '90'],
] as const
const mostDays = 730

function addVerb(staff: Command): void {
  const description = {
    name: 'add EMAIL NAME',
    summary: 'Add a person and write their credential to a file; one e-mail address is one person',
    examples: [
      'staff add an@zonnedorp.example "An Peeters" --rights letters.request-release --out an.credential',
    ],
    options: [municipalityOption, ...credentialOptions],
    required: [['--rights LIST', `comma-separated: ${staffRights.join(', ')}`]] as const,
  }
  verb(staff, description, async (app, [email, name], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const rights = String(options.rights).split(',')
    const wrong = rights.filter((right) => !isStaffRight(right))
    if (wrong.length > 0) return refused('no-such-right', wrong.join(', '))
    const taken = takenFile(options)
    if (taken) return taken
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
    const issued = await writeCredential(app, { municipalityId, staffId: added.staffId }, options)
    return issued.ok
      ? done(
          { staffId: added.staffId, ...issued },
          `${name} is added; credential ${issued.credentialId} is in ${issued.credentialFile}.`,
        )
      : issued
  })
}

function credentialVerb(staff: Command): void {
  const description = {
    name: 'credential EMAIL',
    summary:
      'Write a new credential for somebody who is there already; the others stay good until they expire',
    examples: ['staff credential an@zonnedorp.example --out an.credential'],
    options: [municipalityOption, ...credentialOptions],
  }
  verb(staff, description, async (app, [email], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const people = await listStaff(app, { municipalityId })
    const person = people.find((member) => member.email === email!.trim().toLowerCase())
    if (!person) return refused('unknown-staff', email)
    const taken = takenFile(options)
    if (taken) return taken
    const issued = await writeCredential(app, { municipalityId, staffId: person.staffId }, options)
    return issued.ok
      ? done(issued, `Credential ${issued.credentialId} is in ${issued.credentialFile}.`)
      : issued
  })
}

/** Asked before anything is done: a credential is shown once, so its file must not be there yet. */
function takenFile({ out, days }: Options) {
  wholeNumber(days, '--days', mostDays)
  return typeof out === 'string' && existsSync(out) ? refused('file-exists', out) : undefined
}

async function writeCredential(
  app: App,
  person: { municipalityId: MunicipalityId; staffId: StaffId },
  { out, days }: Options,
) {
  const validForDays = wholeNumber(days, '--days', mostDays)
  const issued = await issueCredential(app, { ...person, validForDays, by: operator })
  if (!issued.ok) return issued
  const { credential, credentialId, expiresAt } = issued
  const credentialFile = typeof out === 'string' ? out : `${credentialId}.credential`
  await writeFile(credentialFile, `${credential}\n`, { mode: 0o600, flag: 'wx' })
  return { ok: true as const, credentialFile, credentialId, expiresAt }
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
      ...people.map(
        ({ name, email, staffId, rights }) => `${name} <${email ?? staffId}>: ${rights.join(', ')}`,
      ),
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
    const facts = {
      municipalityId,
      credentialId: idFrom<CredentialId>(credentialId, 'CREDENTIAL_ID'),
      by: operator,
    }
    const revoked = await revokeCredential(app, facts)
    return revoked.ok ? done({ revoked: true }, 'The credential is revoked.') : revoked
  })
}

function endVerb(staff: Command): void {
  const description = {
    name: 'end PERSON',
    summary:
      'Somebody leaves: their credentials and sessions stop at once (PERSON: their address or staff id)',
    examples: ['staff end an@zonnedorp.example'],
    options: [municipalityOption],
  }
  verb(staff, description, async (app, [person], options) => {
    const found = await chosenMunicipality(app, options)
    if (!found.ok) return found
    const { municipalityId } = found.municipality
    const asked = person!.trim().toLowerCase()
    const people = await listStaff(app, { municipalityId })
    const member = people.find(({ email, staffId }) => [email, staffId].includes(asked))
    if (!member) return refused('unknown-staff', person)
    const ended = await endStaff(app, { municipalityId, staffId: member.staffId, by: operator })
    return ended.ok ? done(ended, `${member.name} can do nothing here any more.`) : ended
  })
}
