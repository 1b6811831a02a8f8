// A pack that is open: only here, in the memory of this worker, are voters readable. It has no way to the network.

import { folded } from './fold.js'
import { unzip } from './pack-frames.js'
import { fromBase64, openEntry, openPiece, outboxKey, packKey, sealEntry, stretchCode } from './pack-key.js'
import { entries, findDevice, findPack, findPiece, keepEntry, keepPack, wipePack } from './store.js'
import { VoterIndex } from './voter-index.js'

const mostWrongCodes = 10
/** A clock may be corrected by so much without anybody hearing of it. */
const clockToleranceMs = 5 * 60_000
const utf8 = new TextDecoder()

/** What time it is, at least: a clock that was put back does not make a pack younger. */
export const timeOf = (pack) => Math.max(Date.now(), pack.seenUntil)

/** Opens the pack with the code of its shift. Answers how that went, with what stands at its head. */
export async function openPack(code) {
  const [device, pack] = [await findDevice(), await findPack()]
  if (!device || !pack) return { is: 'none' }
  if (timeOf(pack) >= pack.expiresAt) {
    await wipePack('expired')
    return { is: 'none' }
  }
  if (Date.now() < pack.seenUntil - clockToleranceMs) return { is: 'clock' }
  const sealed = await findPiece(pack.packId, 0)
  if (!sealed) {
    // A browser that ran out of room threw it away; nobody's code is wrong.
    await wipePack('lost')
    return { is: 'none' }
  }
  const { salt, iterations, publicKey } = JSON.parse(utf8.decode(pack.manifest))
  const stretched = await stretchCode(code, fromBase64(salt), iterations)
  const from = { privateKey: device.privateKey, publicKey: fromBase64(publicKey), manifest: pack.manifest }
  const key = await packKey({ ...from, stretched })
  const at = { place: 0, isLast: pack.pieces === 1 }
  const opened = await openPiece(key, at, sealed).catch(() => undefined)
  if (!opened) return wrongCode(pack)
  await keepPack({ ...pack, wrong: 0, seenUntil: timeOf(pack) })
  const head = JSON.parse(utf8.decode(await unzip(opened)))
  return { is: 'open', pack: await makeOpened(pack, key, head), head }
}

async function wrongCode(pack) {
  const wrong = pack.wrong + 1
  if (wrong >= mostWrongCodes) {
    await wipePack('wrong-codes')
    return { is: 'none' }
  }
  await keepPack({ ...pack, wrong })
  return { is: 'wrong', left: mostWrongCodes - wrong }
}

async function makeOpened(pack, key, head) {
  const index = new VoterIndex()
  const sealing = await outboxKey(fromBase64(head.outboxKey))
  const own = (await entries()).filter((entry) => entry.pack === pack.packId)
  const given = []
  for (const entry of own) {
    const { kind, listNumber, at } = await openEntry(sealing, entry)
    if (kind === 'issued') given.push({ listNumber, at })
  }
  return {
    index,
    /** Given with this pack, as long as they are in the outbox. */
    given,
    /** Reads one piece after the other; between two of them the worker answers what is asked. */
    async load(progress) {
      for (let place = 1; place < pack.pieces; place++) {
        const sealed = await findPiece(pack.packId, place)
        const opened = await openPiece(key, { place, isLast: place === pack.pieces - 1 }, sealed)
        index.add(utf8.decode(await unzip(opened)))
        progress({ done: place, total: pack.pieces - 1, voters: index.size })
      }
      index.close()
    },
    /** Whether what was typed holds something to look for. */
    find: (typed) => (folded(typed) === '' ? { voters: [], isMore: false } : index.find(typed)),
    /** Writes down what was done, sealed, before anything is shown or printed. */
    async note(entry) {
      const about = { id: crypto.randomUUID(), pack: pack.packId }
      const sealed = await sealEntry(sealing, about, entry)
      await keepEntry({ ...about, sealed, election: head.election, kind: entry.kind })
      if (entry.kind === 'issued') given.push({ listNumber: entry.listNumber, at: entry.at })
      const now = await findPack()
      if (now) await keepPack({ ...now, seenUntil: timeOf(now) })
    },
  }
}
