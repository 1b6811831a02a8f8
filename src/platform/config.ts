import { z } from 'zod'
import { describedBy } from './allowed-values.ts'
import { ConfigError } from './config-error.ts'
import { checkDocument, type DocumentFault } from './document.ts'
import { loginSettings } from './login-settings.ts'
import { mailSettings } from './mail-settings.ts'
import { count, type Setting, url } from './setting.ts'
import { smsSettings } from './sms-settings.ts'
import { passSettings } from './wallet/pass-settings.ts'

export { ConfigError }

/**
 * Every setting of an installation: one schema, one documented table (`docs/how-to/operate.md` is checked
 * against it), printed by `doctor` with secrets masked.
 */
export const settings = [
  {
    name: 'KIESLOKET_ENV',
    schema: z.enum(['development', 'production']).default('development'),
    help: 'development allows TST numbers and demo people; production refuses both. Fixed in the database at the first migration.',
  },
  {
    name: 'KIESLOKET_DATA_DIR',
    schema: z.string().default('.kiesloket'),
    help: 'Folder of the embedded database, development keys, certificates, print files and sample letters.',
  },
  {
    name: 'DATABASE_URL',
    requiredInProduction: true,
    schema: z.string().optional(),
    secret: true,
    help: 'PostgreSQL 15 or newer, as a login that owns nothing. Absent: an embedded PostgreSQL in the data folder.',
  },
  {
    name: 'DATABASE_MIGRATION_URL',
    schema: z.string().optional(),
    secret: true,
    help: 'The owner of the database, used by `migrate` only.',
  },
  { name: 'DATABASE_CONNECTIONS', schema: count(10), help: 'Most connections one process opens.' },
  {
    name: 'KIESLOKET_DATA_KEY',
    requiredInProduction: true,
    schema: z.string().optional(),
    secret: true,
    help: 'Keys for national numbers, newest first: `2:BASE64,1:BASE64` (32 bytes each). The oldest always stays.',
  },
  {
    name: 'KIESLOKET_SIGNING_KEY_FILE',
    requiredInProduction: true,
    schema: z.string().optional(),
    help: 'Ed25519 private key (PKCS#8 PEM) that signs certificates and the statement in each QR code.',
  },
  {
    name: 'KIESLOKET_EARLIER_KEYS_FILE',
    schema: z.string().optional(),
    help: 'Public halves of earlier signing keys (JSON Web Key Set), published beside the current one.',
  },
  {
    name: 'PORTAL_URL',
    requiredInProduction: true,
    schema: url.pipe(z.string().max(48)).default('http://127.0.0.1:8080'),
    help: 'Public address of the pages, printed in every QR code: at most 48 characters, laid out for good.',
  },
  {
    name: 'PORT',
    schema: z.coerce.number().int().min(0).max(65535).default(8080),
    help: 'Port of the pages.',
  },
  {
    name: 'METRICS_PORT',
    schema: z.coerce.number().int().min(0).max(65535).default(9464),
    help: 'Port of metrics and health, apart from the pages.',
  },
  {
    name: 'DESK_URL',
    schema: url.optional(),
    help: "Public address of the staff's pages. Absent: as `PORTAL_URL`.",
  },
  {
    name: 'OPEN_DATA_LICENCE',
    schema: url.default('https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0'),
    help: 'Address of the licence under which the polling places are published for everybody.',
  },
  {
    name: 'MAP_TILES',
    schema: z
      .string()
      .regex(/^https:\/\/[^{}]+\{z\}[^{}]+\{[xy]\}[^{}]+\{[xy]\}[^{}]*$/, 'is no address of map tiles')
      .optional(),
    help: 'Address of map tiles for polling places, with `{z}`, `{x}` and `{y}`, over https. Absent: a grid of our own, without any other site.',
  },
  {
    name: 'MAP_ATTRIBUTION',
    schema: z.string().max(120).optional(),
    help: 'Whose map it is, shown on it, as its maker asks.',
  },
  {
    name: 'OFFLINE_COPY_DAYS',
    schema: count(7),
    help: 'How long a copy of the voters list opens at most on a device without network, in days. It ends sooner where duplicates do.',
  },
  ...loginSettings,
  {
    name: 'EBOX_API',
    schema: z.enum(['federal-v3', 'federal-v2', 'magda']).default('federal-v3'),
    help: 'Route to the e-Box; a municipality that sends under its own identity can name another in its file.',
  },
  {
    name: 'EBOX_BASE_URL',
    requiredInProduction: true,
    schema: url.default('http://127.0.0.1:8081/REST/ebox/enterprise/messageRegistry/v3'),
    help: 'Address of that API, up to and including its version.',
  },
  {
    name: 'EBOX_TOKEN_URL',
    requiredInProduction: true,
    schema: url.default('http://127.0.0.1:8081/REST/oauth/v5/token'),
    help: 'Token endpoint.',
  },
  {
    name: 'EBOX_TOKEN_AUDIENCE',
    schema: z.string().optional(),
    help: 'Audience of the client assertion. Absent: the token URL itself.',
  },
  {
    name: 'EBOX_CLIENT_ID',
    requiredInProduction: true,
    schema: z.string().default('kiesloket-demo'),
    help: 'Client id at the token endpoint.',
  },
  {
    name: 'EBOX_PRIVATE_KEY_FILE',
    requiredInProduction: true,
    schema: z.string().optional(),
    help: 'RSA private key (PKCS#8 PEM) of that client.',
  },
  {
    name: 'EBOX_SCOPE',
    schema: z.string().optional(),
    help: 'Scopes asked for, separated by spaces. Absent: the one that publishing over that route takes.',
  },
  {
    name: 'EBOX_CONCURRENCY',
    schema: count(16),
    help: 'Letters on their way to the e-Box at once, of all processes together.',
  },
  {
    name: 'EBOX_RATE_PER_SECOND',
    schema: count(2000),
    help: 'Most letters per second to the e-Box, of all processes together.',
  },
  {
    name: 'EBOX_TIMEOUT_MS',
    schema: count(30_000),
    help: 'How long one answer of the e-Box may take, in milliseconds.',
  },
  {
    name: 'EBOX_READ_STATUS',
    schema: z.enum(['on', 'off']).default('off'),
    help: 'on: `delivery read-status` may ask which letters were opened. A municipality can say so for itself in its file.',
  },
  {
    name: 'EBOX_READ_STATUS_AT_ONCE',
    schema: z.coerce.number().int().positive().optional(),
    help: 'Most letters in one such question. Absent: the limit of the route.',
  },
  {
    name: 'EBOX_CONSENT_URL',
    schema: url.optional(),
    help: "Address of the e-Box federation's API, up to and including its version, for `delivery consents`. Absent: nobody asks.",
  },
  {
    name: 'EBOX_CONSENT_SCOPE',
    schema: z.string().optional(),
    help: 'Scope that this question takes. Absent: that of publishing.',
  },
  {
    name: 'EBOX_CONSENT_AT_ONCE',
    schema: z.coerce.number().int().positive().optional(),
    help: 'Most persons in one such question. Absent: 1000.',
  },
  ...mailSettings,
  ...smsSettings,
  ...passSettings,
  {
    name: 'LOG_LEVEL',
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    help: 'How much is logged (to stderr).',
  },
] as const satisfies readonly Setting[]

export type Config = {
  readonly [S in (typeof settings)[number] as S['name']]: z.output<S['schema']>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings from an environment. Throws a `ConfigError` that names every wrong setting. */
export function readConfig(env: Environment): Config {
  const filled = Object.fromEntries(settings.flatMap(({ name }) => (env[name] ? [[name, env[name]]] : [])))
  const checked = checkDocument(schema, filled)
  const missing = filled.KIESLOKET_ENV === 'production' ? missingInProduction(filled) : []
  if (checked.ok && missing.length === 0) return checked.value as Config
  throw new ConfigError([...(checked.ok ? [] : checked.faults), ...missing])
}

const schema = z.object(
  Object.fromEntries(settings.map(({ name, schema, help }) => [name, describedBy(schema, help)])),
)

function missingInProduction(filled: Environment): DocumentFault[] {
  return settings
    .filter((setting) => 'requiredInProduction' in setting && filled[setting.name] === undefined)
    .map(({ name, help }) => ({
      path: name,
      wrong: 'is missing; production needs it',
      remedy: `Give: ${help}`,
    }))
}

/** Uses what a setting names; whatever goes wrong there is a fault of that setting (`ConfigError`). */
export async function blaming<T>(name: keyof Config, use: () => T | Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    const help = settings.find((setting) => setting.name === name)!.help
    throw new ConfigError([{ path: name, wrong: (error as Error).message, remedy: `Give: ${help}` }])
  }
}

/** The settings as `doctor` prints them: every name with its value, secrets masked. Also of an environment that is wrong. */
export function describeConfig(
  config: Config | Environment,
): { name: string; value: string; help: string }[] {
  return settings.map((setting) => {
    const value = config[setting.name] || undefined
    const shown = value === undefined ? '(not set)' : 'secret' in setting ? '•••' : String(value)
    return { name: setting.name, value: shown, help: setting.help }
  })
}
