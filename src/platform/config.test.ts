import { expect, test } from 'vitest'
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
    expect.stringMatching(/^PORTAL_URL: .*48 characters.* → Give: Public address/),
    expect.stringMatching(/^PORT: .*65535 → Give: Port of the pages/),
    expect.stringMatching(/^EBOX_API: .*federal-v3.* → Give: Route to the e-Box/),
  ])
  expect(faultsOf({ PORT: 'tachtig' })).toEqual(['PORT: is not a number → Give: Port of the pages.'])
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
