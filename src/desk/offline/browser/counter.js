// On the page of the desk about counters without network: what this browser is and has, and handing in what it gave.

import { askStanding } from './ask-standing.js'
import { countText, fill, momentText, showOnly } from './duties.js'
import { makeDeviceKey, publicBytes, toBase64 } from './pack-key.js'
import { entries, findDevice, findPack, forgetDevice, forgetEntries, keepDevice, wipePack } from './store.js'

/** In one go: a form takes no more. */
const mostEntries = 400
const root = document.querySelector('[data-offline]')
const { municipality, election, standing } = root.dataset

const url = (bytes) => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

async function makeDevice() {
  const { privateKey, publicKey } = await makeDeviceKey()
  const deviceId = crypto.randomUUID()
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const token = `${municipality}.${deviceId}.${url(secret)}`
  const device = { deviceId, municipality, token, privateKey, publicKey: await publicBytes(publicKey) }
  await keepDevice(device)
  return device
}

async function show() {
  if (!('serviceWorker' in navigator) || !crypto.subtle) return showOnly(root, 'unfit')
  // What the server has is no longer needed here.
  const received = document.querySelector('[data-received]')
  if (received) await forgetEntries(received.dataset.received.split(' ').filter(Boolean))
  const heard = await askStanding(standing)
  if (heard === 'revoked' || heard === 'unknown') await forgetDevice()
  const [device, pack, outbox] = [await findDevice(), await findPack(), await entries()]
  const parts = []
  if (device && device.municipality !== municipality) parts.push('elsewhere')
  else if (!device) parts.push(heard === 'revoked' ? 'revoked' : 'new', 'enrol')
  else parts.push('enrolled', pack ? 'pack' : 'no-pack')
  const own = outbox.filter((entry) => entry.election === election)
  if (own.length > 0) parts.push('outbox')
  if (outbox.length > own.length) parts.push('outbox-elsewhere')
  if (pack) {
    const { election: of, madeAt, expiresAt } = JSON.parse(new TextDecoder().decode(pack.manifest))
    fill(root, { of: of.name, made: momentText(madeAt), expires: momentText(expiresAt) })
  }
  if (device) document.querySelector(`[data-device="${device.deviceId}"]`)?.removeAttribute('hidden')
  fill(root, { given: countText(own.filter(({ kind }) => kind === 'issued').length) })
  const some = own.slice(0, mostEntries).map(({ id, pack: of, sealed }) => ({ id, pack: of, sealed }))
  const field = root.querySelector('[name=posten]')
  if (field) field.value = JSON.stringify(some)
  showOnly(root, ...parts)
}

root.querySelector('[data-form=enrol]')?.addEventListener('submit', async (event) => {
  const form = event.target
  if (form.elements.toestel.value !== '') return
  event.preventDefault()
  const device = await makeDevice()
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(device.token))
  form.elements.toestel.value = device.deviceId
  form.elements.sleutel.value = toBase64(device.publicKey)
  form.elements.bewijs.value = toBase64(new Uint8Array(hash))
  form.submit()
})

root.querySelector('[data-do=wipe]')?.addEventListener('click', async () => {
  await wipePack('ended')
  await show()
})

await show()
