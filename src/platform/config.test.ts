import { expect, test } from 'vitest'
import { allowedValues } from './allowed-values.ts'
import { ConfigError, describeConfig, readConfig, settings } from './config.ts'

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError)
      return error.faults.map(({ path, wrong, remedy }) => `${path}: ${wrong} → ${remedy}`)
    throw error
  }
}

test('development needs nothing; an empty setting is an absent one', () => {
  expect(readConfig({ EBOX_API: '', PORT: '' })).toMatchObject({ EBOX_API: 'federal-v3', PORT: 8080 })
})

test('every wrong setting is named at once', () => {
  const faults = faultsOf({
    EBOX_API: 'pigeon',
    PORT: '70000',
    PORTAL_URL: `https://${'a'.repeat(60)}.example`,
  })
  expect(faults).toEqual([
    expect.stringMatching(/^PORTAL_URL: .*48 characters.* → Give: an address .*\. Public address/),
    expect.stringMatching(/^PORT: .*65535 → Give: a whole number from 0 to 65535, .*\. Port of the pages/),
    expect.stringMatching(
      /^EBOX_API: .*federal-v3.* → Give: one of federal-v3, federal-v2, magda, .*\. Route/,
    ),
  ])
  expect(faultsOf({ PORT: 'tachtig' })).toEqual([
    'PORT: is not a number → Give: a whole number from 0 to 65535, or nothing for 8080. Port of the pages.',
  ])
})

test.each([
  ['EBOX_CONCURRENCY', '0', 'a whole number from 1, or nothing for 16'],
  ['EBOX_CONCURRENCY', '-3', 'a whole number from 1, or nothing for 16'],
  ['EBOX_RATE_PER_SECOND', '2.5', 'a whole number from 1, or nothing for 2000'],
  ['EBOX_READ_STATUS_AT_ONCE', '0', 'a whole number from 1'],
  ['PROXY_HOPS', '-1', 'a whole number from 0, or nothing for 0'],
  ['EBOX_READ_STATUS', 'yes', 'one of on, off, or nothing for off'],
  ['EBOX_BASE_URL', 'ebox.example', 'an address that starts with https:// or http://'],
])('%s=%s: the remedy says which values are allowed', (name, value, allowed) => {
  expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(`→ Give: ${allowed}`)])
})

test('every setting that refuses something can say what it takes', () => {
  const refusing = settings.filter(({ schema }) => !schema.safeParse('!').success)
  expect(refusing.filter(({ schema }) => allowedValues(schema) === '').map(({ name }) => name)).toEqual([])
})

test('production leans on nothing that is made for one’s own machine', () => {
  const required = settings.filter((setting) => 'requiredInProduction' in setting).map(({ name }) => name)
  expect(required).toEqual(expect.arrayContaining(['DATABASE_URL', 'KIESLOKET_DATA_KEY', 'PORTAL_URL']))
  const faults = faultsOf({ KIESLOKET_ENV: 'production' })
  expect(faults.map((fault) => fault.split(' → ')[0])).toEqual(
    required.map((name) => `${name}: is missing; production needs it`),
  )
  for (const setting of settings) {
    const standsIn = setting.schema.safeParse(undefined).data
    if (typeof standsIn === 'string' && standsIn.includes('127.0.0.1'))
      expect(required).toContain(setting.name)
  }
})

test('secrets are masked, whatever they hold', () => {
  const secret = 'postgres://kiesloket:geheim@db/kiesloket'
  const shown = describeConfig(readConfig({ DATABASE_URL: secret, KIESLOKET_DATA_KEY: '1:geheim' }))
  expect(JSON.stringify(shown)).not.toContain('geheim')
})
