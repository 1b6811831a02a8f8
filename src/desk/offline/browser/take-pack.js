// Fetches a pack: makes the code, has the server seal for it, keeps the pieces as they come in, and shows the code once.

import { countText, fill, momentText, showOnly } from './duties.js'
import { readFrames } from './pack-frames.js'
import { iterations, stretchCode, toBase64 } from './pack-key.js'
import { findDevice, keepPiece, usePack } from './store.js'
import { makeCode, readCode } from './typed-code.js'

const root = document.querySelector('[data-offline]')
const form = root.querySelector('form')
const workers = JSON.parse(root.dataset.workers)
/** So many voters a piece, as the server cuts them; for the figure that moves only. */
const aPiece = 2000

async function keepPage({ script, scope }) {
  const registration = await navigator.serviceWorker.register(script, { scope })
  const coming = registration.installing ?? registration.waiting
  if (!coming || registration.active) return
  await new Promise((resolve, reject) => {
    coming.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve()
      if (coming.state === 'redundant') reject(new Error('the page could not be kept'))
    })
  })
}

async function hashOf(parts) {
  const whole = new Uint8Array(await new Blob(parts).arrayBuffer())
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)))
}

/** Keeps what comes in; it is taken into use only when all of it is there, as it was sent. Answers until when it opens. */
async function keepPieces(answer) {
  const parts = []
  let manifest
  let pieces = 0
  for await (const { bytes, isHash } of readFrames(answer.body)) {
    if (isHash) {
      if (toBase64(bytes) !== (await hashOf(parts))) throw new Error('this is not what was sent')
      continue
    }
    parts.push(Uint8Array.of(...lengthOf(bytes)), bytes)
    if (!manifest) manifest = { bytes, ...JSON.parse(new TextDecoder().decode(bytes)) }
    else await keepPiece(manifest.pack, pieces++, bytes)
    fill(root, { received: countText(Math.max(pieces - 1, 0) * aPiece) })
  }
  const { pack: packId, madeAt, expiresAt, bytes } = manifest
  const times = { expiresAt: Date.parse(expiresAt), seenUntil: Date.parse(madeAt) }
  await usePack({ packId, manifest: bytes, pieces, wrong: 0, ...times })
  return times.expiresAt
}

function lengthOf(bytes) {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, bytes.length)
  return length
}

async function take() {
  const code = makeCode()
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const { deviceId } = await findDevice()
  const body = new URLSearchParams(new FormData(form))
  body.set('toestel', deviceId)
  body.set('zout', toBase64(salt))
  body.set('rondes', String(iterations))
  body.set('gerekt', toBase64(await stretchCode(readCode(code), salt, iterations)))
  const headers = { Accept: 'application/octet-stream' }
  const answer = await fetch(location.pathname, { method: 'POST', body, headers })
  // Whose login is too old proves again who they are, and comes back here.
  if (answer.redirected) return location.reload()
  if (answer.headers.get('Content-Type')?.startsWith('application/json')) {
    fill(root, { refused: (await answer.json()).because })
    return showOnly(root, 'form', 'refused')
  }
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  // Asked so that a browser that runs out of room throws away other things first.
  await navigator.storage?.persist?.()
  const expiresAt = await keepPieces(answer)
  for (const worker of workers) await keepPage(worker)
  fill(root, { code, holds: momentText(expiresAt) })
  showOnly(root, 'done')
  root.querySelector('[data-part=done] h2').focus()
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  fill(root, { received: 0 })
  showOnly(root, 'busy')
  await take().catch(() => showOnly(root, 'form', 'failed'))
})

const device = await findDevice()
showOnly(root, device ? 'form' : 'not-enrolled')
