import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { frame, readFrames, unzip } from './pack-frames.js'
import {
  makeDeviceKey,
  openEntry,
  openPiece,
  outboxKey,
  packKey,
  publicBytes,
  sealEntry,
  sealPiece,
  stretchCode,
} from './pack-key.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const salt = new Uint8Array(16).fill(7)
const stretch = (code: string) => stretchCode(code, salt, 1000)
const manifest = utf8('{"expiresAt":"2029-06-10T06:00:00Z"}')
const bothKeys = async () => ({ device: await makeDeviceKey(), pack: await makeDeviceKey() })

test('what the server seals opens with the device, the code and the manifest, and with nothing less', async () => {
  const { device, pack } = await bothKeys()
  const publicKey = await publicBytes(device.publicKey)
  const sealing = { privateKey: pack.privateKey, publicKey, stretched: await stretch('RIGHT'), manifest }
  const piece = await sealPiece(await packKey(sealing), { place: 3, isLast: false }, utf8('Peeters'))
  const own = { privateKey: device.privateKey, publicKey: await publicBytes(pack.publicKey) }
  const opening = { ...own, stretched: await stretch('RIGHT'), manifest }
  const open = async (by: typeof opening, at = { place: 3, isLast: false }, bytes = piece) =>
    Buffer.from(await openPiece(await packKey(by), at, bytes)).toString()
  expect(await open(opening)).toBe('Peeters')
  const another = await makeDeviceKey()
  const damaged = Uint8Array.from(piece, (byte, at) => (at === 2 ? byte ^ 1 : byte))
  const wrongCode = { ...opening, stretched: await stretch('WRONG') }
  for (const attempt of [
    () => open(wrongCode),
    () => open({ ...opening, privateKey: another.privateKey }),
    () => open({ ...opening, manifest: utf8('{"expiresAt":"2039-06-10T06:00:00Z"}') }),
    () => open(opening, { place: 4, isLast: false }),
    () => open(opening, { place: 3, isLast: true }),
    () => open(opening, undefined, damaged),
  ])
    await expect(attempt()).rejects.toThrow()
})

test('no script takes the private half of a device out', async () => {
  const { privateKey } = await makeDeviceKey()
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow()
})

test('an entry of the outbox is bound to its pack and its id', async () => {
  const key = await outboxKey(new Uint8Array(32).fill(9))
  const about = { id: 'one', pack: 'p' }
  const sealed = await sealEntry(key, about, { listNumber: 12 })
  expect(await openEntry(key, { ...about, sealed })).toEqual({ listNumber: 12 })
  await expect(openEntry(key, { id: 'two', pack: 'p', sealed })).rejects.toThrow()
  expect(await sealEntry(key, about, { listNumber: 12 }), 'each time otherwise').not.toBe(sealed)
})

async function* inBites(bytes: Uint8Array, bite: number) {
  for (let at = 0; at < bytes.length; at += bite) yield bytes.slice(at, at + bite)
}

async function framesOf(bytes: Uint8Array, bite: number) {
  const frames = []
  for await (const one of readFrames(inBites(bytes, bite))) frames.push(one)
  return frames
}

test('frames come out as they went in, however the network cuts them; a part of a pack is none', async () => {
  const parts = [
    utf8('manifest'),
    new Uint8Array(5000).fill(1),
    new Uint8Array(0),
    new Uint8Array(32).fill(2),
  ]
  const whole = Buffer.concat([frame(parts[0]!), frame(parts[1]!), frame(parts[2]!), parts[3]!])
  for (const bite of [1, 3, 7, 4096, 100_000]) {
    const frames = await framesOf(whole, bite)
    expect(frames.map(({ isHash }) => isHash)).toEqual([false, false, true])
    expect(frames.map(({ bytes }) => bytes.length)).toEqual([8, 5000, 32])
  }
  for (const end of [0, 3, 100, whole.length - 1])
    await expect(framesOf(whole.subarray(0, end), 64)).rejects.toThrow(/ended/)
  await expect(framesOf(Buffer.from('<!doctype html><html>'), 64)).rejects.toThrow('no pack')
})

test('a squeezed piece is unpacked', async () => {
  expect(Buffer.from(await unzip(gzipSync('Ångström\tBrüssel'))).toString()).toBe('Ångström\tBrüssel')
})
