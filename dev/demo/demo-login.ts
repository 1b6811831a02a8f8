import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { paths } from '../../src/desk/paths.ts'
import { paths as citizenPaths } from '../../src/portal/paths.ts'
import { type AcmStandIn, startAcmStandIn } from '../acm/stand-in.ts'

const clientId = 'kiesloket-demo'
const citizenClientId = 'kiesloket-demo-burger'

/** Starts the stand-in of the login service, knowing these pages; answers the settings with which they find it. */
export async function startDemoLogin(
  dataFolder: string,
  deskUrl: string,
): Promise<{ acm: AcmStandIn; settings: Readonly<Record<string, string>> }> {
  const keyFile = join(dataFolder, 'demo/acm-client-key.pem')
  await mkdir(join(dataFolder, 'demo'), { recursive: true })
  if (!existsSync(keyFile)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await writeFile(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const publicJwk = createPublicKey(await readFile(keyFile)).export({ format: 'jwk' })
  const back = [paths.signedOut(), paths.signIn()].map((address) => deskUrl + address)
  const client = { clientId, publicJwk, redirectUris: [deskUrl + paths.signedIn()], logoutUris: back }
  const forCitizens = {
    ...{ clientId: citizenClientId, publicJwk, isForCitizens: true },
    redirectUris: [deskUrl + citizenPaths.signedIn()],
    logoutUris: [deskUrl + citizenPaths.signedOut()],
  }
  const acm = await startAcmStandIn({ clients: [client, forCitizens] })
  return {
    acm,
    settings: {
      DESK_URL: deskUrl,
      ACM_ISSUER: acm.issuer,
      ACM_CLIENT_ID: clientId,
      ACM_CITIZEN_CLIENT_ID: citizenClientId,
      ACM_PRIVATE_KEY_FILE: keyFile,
      OPERATOR_ORGANISATION: '1999000150',
    },
  }
}
