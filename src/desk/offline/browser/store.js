// What this browser keeps to work without network: its own key, one sealed pack, and an outbox with what was given. Nothing in
// it can be read without the code of the shift, or for the outbox without the server.

const name = 'kiesloket-zonder-netwerk'
const stores = ['device', 'pack', 'pieces', 'outbox']
let opening

function open() {
  opening ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => {
      for (const store of stores) asked.result.createObjectStore(store)
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opening
}

/** One transaction; `work` gets the stores by name and may answer a request. */
async function within(names, mode, work) {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(names, mode)
    const request = work(Object.fromEntries(names.map((one) => [one, transaction.objectStore(one)])))
    transaction.oncomplete = () => resolve(request?.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export const findDevice = () => within(['device'], 'readonly', ({ device }) => device.get('own'))
export const keepDevice = (own) => within(['device'], 'readwrite', ({ device }) => device.put(own, 'own'))

export const findPack = () => within(['pack'], 'readonly', ({ pack }) => pack.get('current'))
export const keepPack = (current) => within(['pack'], 'readwrite', ({ pack }) => pack.put(current, 'current'))

/** Why there is no pack any more, for who opens the page. */
export const findEnd = () => within(['pack'], 'readonly', ({ pack }) => pack.get('ended'))

const keyOf = (packId, place) => `${packId}/${String(place).padStart(6, '0')}`

export const keepPiece = (packId, place, bytes) =>
  within(['pieces'], 'readwrite', ({ pieces }) => pieces.put(bytes, keyOf(packId, place)))
export const findPiece = (packId, place) =>
  within(['pieces'], 'readonly', ({ pieces }) => pieces.get(keyOf(packId, place)))

/** Takes a pack into use that came in whole; the one before it goes, with pieces of what never came in whole. */
export const usePack = (current) =>
  within(['pack', 'pieces'], 'readwrite', ({ pack, pieces }) => {
    pieces.delete(IDBKeyRange.upperBound(keyOf(current.packId, 0), true))
    pieces.delete(IDBKeyRange.lowerBound(`${current.packId}0`))
    pack.delete('ended')
    pack.put(current, 'current')
  })

/** What was given stays: it is sealed for the server, and has to be handed in. */
export const wipePack = (because) =>
  within(['pack', 'pieces'], 'readwrite', ({ pack, pieces }) => {
    pieces.clear()
    pack.delete('current')
    pack.put({ because, at: Date.now() }, 'ended')
  })

export const forgetDevice = () => within(['device'], 'readwrite', ({ device }) => device.delete('own'))

export const keepEntry = (entry) =>
  within(['outbox'], 'readwrite', ({ outbox }) => outbox.put(entry, entry.id))
export const entries = () => within(['outbox'], 'readonly', ({ outbox }) => outbox.getAll())
export const forgetEntries = (ids) =>
  within(['outbox'], 'readwrite', ({ outbox }) => {
    for (const id of ids) outbox.delete(id)
  })
