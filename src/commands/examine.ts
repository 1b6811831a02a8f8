import { type App, openApp } from '../app.ts'
import { memberKeysInUse, sealedKeysInUse } from '../bureaus/index.ts'
import { listMunicipalities, type Municipality } from '../municipalities/index.ts'
import { ConfigError, describeConfig, readConfig } from '../platform/config.ts'
import { checkInstallation } from '../platform/db/check-installation.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type SessionFault, sessionFault } from '../platform/db/session-fault.ts'
import type { StandIns } from '../platform/development.ts'
import { checkDataKeys, type DataKeyFault, dataKeyFaults } from '../voters/index.ts'
import { counted } from './counted.ts'
import { byRuleset, type UnsignedElection, type UnsignedRuleset, unsignedElections } from './examine-law.ts'
import { examineMail } from './examine-mail.ts'
import { examineSeal } from './examine-seal.ts'

/** One thing that was looked at: how it is, and what to do when it is not right. */
export interface Finding {
  readonly what: string
  readonly state: 'ok' | 'look' | 'wrong'
  readonly says: string
}

export interface Examination {
  readonly settings: ReturnType<typeof describeConfig>
  readonly findings: readonly Finding[]
  /** What nobody signed off in the rulesets that elections use. */
  readonly law: readonly UnsignedRuleset[]
}

/** Looks at the configuration, the database and each outside party, as far as one can be reached without the other. */
export async function examine(env: Readonly<Record<string, string | undefined>>): Promise<Examination> {
  try {
    const config = readConfig(env)
    const { standIns, ...found } = await examineInstallation(env)
    return { settings: withStandIns(describeConfig(config), standIns), ...found }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const findings = error.faults.map(({ path, wrong: fault, remedy }) => wrong(path, `${fault}. ${remedy}`))
    return { settings: describeConfig(env), findings, law: [] }
  }
}

function withStandIns(settings: Examination['settings'], standIns: StandIns): Examination['settings'] {
  return settings.map((setting) => {
    const standIn = (standIns as Readonly<Record<string, string>>)[setting.name]
    return standIn ? { ...setting, value: `${setting.value} stand-in: ${standIn}` } : setting
  })
}

async function examineInstallation(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Found & { standIns: StandIns }> {
  let app: App
  try {
    app = await openApp(env)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    return { findings: [noDatabase(error)], law: [], standIns: {} }
  }
  try {
    return { ...(await examineAll(app)), standIns: app.standIns }
  } finally {
    await app.close()
  }
}

type Found = Pick<Examination, 'findings' | 'law'>

async function examineAll(app: App): Promise<Found> {
  const database = [...(await examineDatabase(app)), ...(await examineSessions(app))]
  if (database.some(({ state }) => state === 'wrong')) return { findings: database, law: [] }
  const common = [...database, ...(await examineMail(app))]
  const municipalities = await listMunicipalities(app.database)
  if (municipalities.length === 0) return { findings: [...common, noMunicipality], law: [] }
  const each = await Promise.all(municipalities.map((municipality) => examineMunicipality(app, municipality)))
  const findings = each.flatMap((one) => one.findings)
  return { findings: [...common, ...findings], law: byRuleset(each.flatMap(({ elections }) => elections)) }
}

function noDatabase(error: unknown): Finding {
  return wrong('database', `${(error as Error).message}. Check DATABASE_URL, and run npx kiesloket migrate.`)
}

const noMunicipality = look(
  'e-Box',
  'not looked at, for there is no municipality yet. Run npx kiesloket municipality add FILE, then this again',
)

async function examineDatabase(app: App): Promise<Finding[]> {
  try {
    const state = await app.database.inScope({ directory: true }, checkInstallation)
    const findings = [ok('database', `PostgreSQL ${state.serverVersion}, ${state.migrations} migrations`)]
    if (state.missing.length > 0)
      findings.push(
        wrong('migrations', `${state.missing.join(', ')} not applied. Run npx kiesloket migrate.`),
      )
    if (state.losesCommits.length > 0) {
      const weigh = state.environment === 'production' ? wrong : look
      findings.push(
        weigh(
          'database commits',
          `${state.losesCommits.join(', ')} is off: when the server falls over, an attempt that was written down is forgotten, and its letter leaves again. Turn it on.`,
        ),
      )
    }
    if (state.privileges.length > 0)
      findings.push(
        wrong(
          'database role',
          `DATABASE_URL’s login ${state.privileges.join(', ')}. Use a login that owns nothing.`,
        ),
      )
    if (state.environment !== app.config.KIESLOKET_ENV)
      findings.push(
        wrong(
          'environment',
          `the database is ${state.environment}, KIESLOKET_ENV is ${app.config.KIESLOKET_ENV}`,
        ),
      )
    return findings
  } catch (error) {
    return [noDatabase(error)]
  }
}

async function examineSessions({ config }: App): Promise<Finding[]> {
  const fault = await sessionFault(config.DATABASE_URL).catch(() => undefined) // examineDatabase tells of it
  return fault ? [wrong('database sessions', sessionFaults[fault])] : []
}

const sessionFaults = {
  shared:
    'DATABASE_URL leads to a pooler that shares a session between clients. The lock on a batch belongs to a session: let the pooler keep one per client (session mode), or go past it',
  'settings-not-kept':
    'what a session is told about time-outs is not kept (by a pooler, it may be): a worker that vanishes is not taken over soon. Let the pooler keep a session per client, or go past it',
} as const satisfies Record<SessionFault, string>

async function examineMunicipality(
  app: App,
  municipality: Municipality,
): Promise<{ findings: Finding[]; elections: UnsignedElection[] }> {
  const { municipalityId, slug } = municipality
  const elections = await unsignedElections(app, municipality)
  const keys = await examineDataKeys(app, municipalityId, slug)
  const mailbox = await examineMailbox(app, municipalityId, slug)
  const findings = [
    ...keys,
    mailbox,
    ...(await examineSeal(app, municipality)),
    ...elections.flatMap(signOffOf),
  ]
  return { findings, elections }
}

function signOffOf({ municipality, code, values }: UnsignedElection): Finding[] {
  const onLetter = values.filter((value) => value.onLetter).length
  if (onLetter === 0) return []
  const says = `nobody signed off ${counted(onLetter, 'value')} of the law on the letters; in production none can be released. They are listed below; see npx kiesloket election check -m ${municipality} -e ${code}`
  return [look(`${municipality} ${code}`, says)]
}

const keyFaults = {
  missing: 'which is not in KIESLOKET_DATA_KEY, or is another one there. Put it back: they can’t be read',
  'index-key-missing':
    'but the look-up index was made with the oldest data key, which is gone. Put it back at the end of KIESLOKET_DATA_KEY: without it nobody is found by number, and a voter who is added counts as somebody new',
} as const satisfies Record<DataKeyFault['wrong'], string>

async function examineDataKeys(
  app: App,
  municipalityId: Municipality['municipalityId'],
  slug: string,
): Promise<Finding[]> {
  const { ofMembers, ofBureaus } = await app.database.inScope(staffOf(municipalityId), async (db) => ({
    ofMembers: await memberKeysInUse(db, municipalityId),
    ofBureaus: await sealedKeysInUse(db, municipalityId),
  }))
  const faults = [...(await checkDataKeys(app, municipalityId)), ...dataKeyFaults(app.vault, ofMembers)]
  const unknown = ofBureaus.filter(
    (keyId) => !app.vault.keys.byId.has(keyId) && !ofMembers.some((one) => one.keyId === keyId),
  )
  return [
    ...faults.map(({ keyId, wrong: fault }) =>
      wrong(`data keys of ${slug}`, `national numbers are sealed with key ${keyId}, ${keyFaults[fault]}.`),
    ),
    ...unknown.map((keyId) =>
      wrong(
        `data keys of ${slug}`,
        `what is kept of members of bureaus is sealed with key ${keyId}, ${keyFaults.missing}.`,
      ),
    ),
  ]
}

async function examineMailbox(
  app: App,
  municipalityId: Municipality['municipalityId'],
  slug: string,
): Promise<Finding> {
  try {
    const mailbox = await app.mailboxFor(municipalityId)
    await mailbox.probe?.()
    return ok(
      `e-Box of ${slug}`,
      `${mailbox.route} gives us a token and answers${mailbox.hasKeys ? '' : '; this route has no keys'}. Whether it takes letters of this sender shows with the first one`,
    )
  } catch (error) {
    return wrong(
      `e-Box of ${slug}`,
      `${(error as Error).message}. Check the EBOX_ settings and the municipality’s file.`,
    )
  }
}

function ok(what: string, says: string): Finding {
  return { what, state: 'ok', says }
}
function look(what: string, says: string): Finding {
  return { what, state: 'look', says }
}
function wrong(what: string, says: string): Finding {
  return { what, state: 'wrong', says }
}
