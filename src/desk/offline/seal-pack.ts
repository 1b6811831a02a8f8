import { createHash, type webcrypto } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { duplicateMark, type Election, openingHours } from '../../elections/index.ts'
import { lastMoment, type PackedVoter, roomText, type TakenPack } from '../../letters/index.ts'
import { addressLines } from '../../platform/address.ts'
import { longDate } from '../../platform/dates.ts'
import { themeProperties } from '../../platform/http/theme-route.ts'
import type { Theme } from '../../platform/theme.ts'
import { counterBounds } from '../duplicates/counter-bounds.ts'
import { frame } from './browser/pack-frames.js'
import { makeDeviceKey, packKey, publicBytes, sealPiece, toBase64 } from './browser/pack-key.js'
import { lineOf } from './browser/voter-lines.js'
import { texts } from './texts.nl.ts'

const squeeze = promisify(gzip)
const utf8 = new TextEncoder()

export interface Stretched {
  /** What the browser made of the code: the code itself never comes here. */
  readonly stretched: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
}

export interface ForPack extends Stretched {
  readonly taken: TakenPack
  readonly election: Election
  readonly municipality: string
  readonly theme: Theme | undefined
  /** A page that nobody touches for so long locks itself. */
  readonly lockMinutes: number
}

/**
 * The pack as it travels: its manifest, its head, and its voters in pieces, each squeezed and sealed, and a hash behind them
 * (`browser/pack-frames.js`). The key of this side is of this pack alone and is forgotten: whoever has the database later
 * can't open a pack.
 */
export async function* sealPack(facts: ForPack): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { taken, stretched } = facts
  const own = await makeDeviceKey()
  const manifest = utf8.encode(JSON.stringify(await manifestOf(facts, own.publicKey)))
  const from = { privateKey: own.privateKey, publicKey: taken.device.publicKey, stretched, manifest }
  const key = await packKey(from)
  const hash = createHash('sha256')
  let [place, voters, bytes] = [0, 0, 0]
  const sent = (framed: Uint8Array) => {
    bytes += framed.length
    hash.update(framed)
    return new Uint8Array(framed)
  }
  yield sent(frame(manifest))
  // One is held back, because the last one says that it is.
  let held = await squeeze(JSON.stringify(headOf(facts)))
  for await (const some of taken.voters()) {
    yield sent(frame(await sealPiece(key, { place: place++, isLast: false }, held)))
    held = await squeeze(linesOf(some))
    voters += some.length
  }
  yield sent(frame(await sealPiece(key, { place, isLast: true }, held)))
  const sha256 = hash.digest()
  yield new Uint8Array([...frame(new Uint8Array(0)), ...sha256])
  await taken.isWhole({ voters, bytes, sha256 })
}

function linesOf(voters: readonly PackedVoter[]): string {
  return voters.map(lineOf).join('\n')
}

/** What may be read without the code; it stands under the key, so that nobody changes it. */
async function manifestOf(
  { taken, election, municipality, theme, salt, iterations }: ForPack,
  publicKey: webcrypto.CryptoKey,
) {
  const { packId, deviceId, madeAt, expiresAt } = taken.pack
  return {
    ...{ format: 1, pack: packId, device: deviceId, municipality },
    election: { code: election.code, name: election.name },
    ...(theme && { colours: themeProperties(theme) }),
    ...{ madeAt: madeAt.toISOString(), expiresAt: expiresAt.toISOString() },
    ...{ salt: toBase64(salt), iterations, publicKey: toBase64(await publicBytes(publicKey)) },
  }
}

/** What the page holds to: the hour, the reasons and the rooms, as the ruleset and the places say them. */
function headOf({ taken, election, municipality, lockMinutes }: ForPack) {
  const { open, close } = openingHours(election)
  const rooms = taken.sections.map((section) => [
    section.section,
    { room: roomText(section), address: addressLines(section.place.address).join(', ') },
  ])
  return {
    ...{ municipality, election: election.code, electionName: election.name, lockMinutes },
    outboxKey: toBase64(taken.outboxKey),
    ...{
      lastMoment: lastMoment(election).getTime(),
      until: texts.shell.until(counterBounds(election, new Date(0))),
    },
    ...{ mark: duplicateMark(election, 'nl'), reasons: election.ruleset.duplicate.value.reasons },
    ...{ day: longDate(election.pollingDay, 'nl'), hours: texts.shell.hours(open, close) },
    rooms: Object.fromEntries(rooms),
  }
}
