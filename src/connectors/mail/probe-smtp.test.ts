import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { makeTestSeal } from '../../../dev/seal/make-test-seal.ts'
import { probeSmtp } from './probe-smtp.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function portOf(server: Server): Promise<number> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function aMailServer(options: SMTPServerOptions): Promise<number> {
  const smtp = new SMTPServer({
    ...{ authOptional: true, allowInsecureAuth: true, disabledCommands: ['STARTTLS'], logger: false },
    onAuth: ({ username, password }, _, answer) =>
      username === 'kiesbrief' && password === 'juist/1'
        ? answer(null, { user: username })
        : answer(Object.assign(new Error('secret juist/1 is not it'), { responseCode: 535 })),
    ...options,
  })
  smtp.on('error', () => {}) // of a connection that a probe broke off
  return portOf(smtp.server)
}

const ask = (url: string, timeoutMs = 2000) => probeSmtp({ url, timeoutMs })

test('a server that takes name and password answers, and one that asks for none', async () => {
  const port = await aMailServer({})
  expect(await ask(`smtp://kiesbrief:juist%2F1@127.0.0.1:${port}`)).toEqual({ kind: 'answered', code: '' })
  expect(await ask(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'answered', code: '' })
})

test('a wrong password is told apart, by number and without a word of what was sent', async () => {
  const port = await aMailServer({})
  const answer = await ask(`smtp://kiesbrief:fout@127.0.0.1:${port}`)
  expect(answer).toEqual({ kind: 'wrong-password', code: '535' })
})

test('a login that can’t be looked at now is no wrong password', async () => {
  const port = await aMailServer({
    onAuth: (_auth, _session, answer) => answer(Object.assign(new Error('busy'), { responseCode: 454 })),
  })
  expect(await ask(`smtp://kiesbrief:juist%2F1@127.0.0.1:${port}`)).toEqual({ kind: 'refused', code: '454' })
})

test('where nobody listens, or nobody speaks, there is no answer', async () => {
  const port = await aMailServer({})
  servers.pop()!.close()
  expect(await ask(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'no-answer', code: 'ECONNREFUSED' })
  const silent = await portOf(createServer(() => {}))
  expect(await ask(`smtp://127.0.0.1:${silent}`, 200)).toEqual({ kind: 'no-answer', code: 'ETIMEDOUT' })
  expect(await ask('smtp://nergens.invalid:587')).toMatchObject({ kind: 'no-answer' })
})

test('a server that is full, answers', async () => {
  const port = await portOf(createServer((socket) => socket.end('421 too many\r\n')))
  expect(await ask(`smtp://127.0.0.1:${port}`)).toEqual({ kind: 'refused', code: '421' })
})

test('encryption that is not there, or that nobody vouches for, is told apart', async () => {
  const plain = await aMailServer({})
  expect(await ask(`smtps://127.0.0.1:${plain}`)).toMatchObject({ kind: 'no-encryption' })
  // Another machine, as far as the settings know: it has to offer STARTTLS, and this one does not.
  expect(await ask(`smtp://0.0.0.0:${plain}`)).toMatchObject({ kind: 'no-encryption' })
  const { certificates: cert, privateKey: key } = await makeTestSeal({ name: 'mail.example' })
  const unknown = await aMailServer({ secure: true, cert, key })
  expect(await ask(`smtps://127.0.0.1:${unknown}`)).toMatchObject({ kind: 'no-encryption' })
})
