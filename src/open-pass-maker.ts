import { readFile } from 'node:fs/promises'
import { blaming, type Config } from './platform/config.ts'
import { createPassMaker, type PassMaker } from './platform/wallet/pass-maker.ts'

type Needed = 'APPLE_PASS_TEAM' | 'APPLE_PASS_CERTIFICATE_FILE' | 'APPLE_PASS_KEY_FILE'
type PassConfig = Pick<Config, Needed | 'APPLE_PASS_TYPE'>

/** Who makes passes for Apple Wallet; nothing where an installation has no pass type. Throws a `ConfigError`. */
export async function openPassMaker(config: PassConfig): Promise<PassMaker | undefined> {
  const { APPLE_PASS_TYPE: passType } = config
  if (!passType) return undefined
  const given = (name: Needed) => {
    const value = config[name]
    if (value) return value
    throw new Error('is missing, while APPLE_PASS_TYPE is there')
  }
  const contentOf = (name: Needed) => blaming(name, () => readFile(given(name), 'utf8'))
  const team = await blaming('APPLE_PASS_TEAM', () => given('APPLE_PASS_TEAM'))
  const certificates = await contentOf('APPLE_PASS_CERTIFICATE_FILE')
  const privateKey = await contentOf('APPLE_PASS_KEY_FILE')
  return blaming('APPLE_PASS_CERTIFICATE_FILE', () =>
    createPassMaker({ passType, team, certificates, privateKey }),
  )
}
