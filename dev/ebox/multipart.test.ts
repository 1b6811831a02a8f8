import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FormRequest, readForm } from './multipart.ts'
import { startEboxStandIn } from './stand-in.ts'
import { aPart, aSender, aToken, fileHeaders, multipartOf, multipartType, newKey, paths } from './testing.ts'

function requestOf(chunks: readonly Uint8Array[]): FormRequest {
  const stream = new PassThrough()
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  return Object.assign(stream, { headers: { 'content-type': multipartType } })
}

/** Bytes that look like the edges of parts: the hardest to cut rightly. */
const nasty = fc.array(fc.constantFrom('\r\n', '--', '\r', '\n--kiesloket-test-', 'boundary', 'x', '\0'), {
  maxLength: 40,
})

test('whatever the bytes, and wherever the network cuts them, the document arrives whole', async () => {
  const cuts = fc.array(fc.nat(2000), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(nasty, cuts, fc.boolean(), async (pieces, places, jsonLast) => {
      const content = Buffer.from(pieces.join(''))
      fc.pre(!content.includes('\r\n--kiesloket-test-boundary'))
      const whole = multipartOf({ a: 'é' }, [{ name: 'upfile1', content }], jsonLast)
      const edges = [0, ...places.filter((at) => at < whole.length).sort((a, b) => a - b), whole.length]
      const chunks = edges.slice(1).map((end, index) => whole.subarray(edges[index], end))
      const form = await readForm(requestOf(chunks), 10_000)
      expect(form).toMatchObject({
        ok: true,
        json: '{"a":"é"}',
        parts: [{ size: content.length, sha256: createHash('sha256').update(content).digest('hex') }],
      })
      expect(form.ok && Buffer.concat(form.parts[0]!.chunks)).toEqual(content)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['brief%20%E2%82%AC.pdf', 'brief €.pdf'],
  ['brief é.pdf', 'brief é.pdf'],
  ['100%.pdf', '100%.pdf'],
])('the file name %s is read as %s', async (sent, read) => {
  const form = await readForm(
    requestOf([multipartOf({}, [{ ...aPart, headers: fileHeaders('upfile1', sent) }])]),
    10_000,
  )
  expect(form.ok && form.parts[0]?.fileName).toBe(read)
})

test('a sender that goes away while sending leaves nothing behind', async () => {
  const from = aSender()
  const standIn = await startEboxStandIn({ clients: [from.client] })
  const { hostname, port } = new URL(standIn.url)
  const body = multipartOf('{}')
  const socket = connect(Number(port), hostname)
  socket.write(
    [
      `POST ${paths.v3} HTTP/1.1`,
      'Host: stand-in',
      `Authorization: Bearer ${await aToken(standIn.url, from)}`,
      `Idempotency-Key: ${newKey()}`,
      `Content-Type: ${multipartType}`,
      `Content-Length: ${body.length}`,
      '',
      '',
    ].join('\r\n'),
  )
  socket.write(body.subarray(0, body.length / 2))
  await new Promise((sent) => setTimeout(sent, 50))
  socket.destroy()
  expect((await fetch(`${standIn.url}/health`)).status).toBe(200)
  expect(standIn.truth().accepted).toBe(0)
  await standIn.close()
})
