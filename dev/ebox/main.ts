import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startEboxStandIn } from './stand-in.ts'

const help = `The stand-in of the e-Box, as a process of its own.

  node --import tsx dev/ebox/main.ts --port 0

  --port N                 0 = any free port (default)
  --or-free-port           any free port when that one is taken
  --host ADDRESS           default 127.0.0.1
  --public-url URL         how senders reach it, if not by host and port
  --data-file FILE         continue with what the file holds, append to it
  --clients FILE           JSON array of {clientId, publicJwk, enterpriseNumber, scopes, mayRepresent}
  --faults FILE            JSON {seed, rules}: see faults.ts
  --token-life SECONDS     default 300
  --max-document-bytes N   default 5000000
  --until-stdin-closes     stop when whoever started it is gone

Prints one line of JSON with its address once it is ready.`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'or-free-port': { type: 'boolean' },
    host: { type: 'string' },
    'public-url': { type: 'string' },
    'data-file': { type: 'string' },
    clients: { type: 'string' },
    faults: { type: 'string' },
    'token-life': { type: 'string' },
    'max-document-bytes': { type: 'string' },
    'until-stdin-closes': { type: 'boolean' },
    help: { type: 'boolean' },
  },
})

if (values.help) {
  console.log(help)
  process.exit(0)
}

const standIn = await startEboxStandIn({
  port: Number(values.port),
  ...(values['or-free-port'] && { orFreePort: true }),
  ...(values.host && { host: values.host }),
  ...(values['public-url'] && { publicUrl: values['public-url'] }),
  ...(values['data-file'] && { dataFile: values['data-file'] }),
  ...(values.clients && { clients: JSON.parse(readFileSync(values.clients, 'utf8')) }),
  ...(values.faults && { faults: JSON.parse(readFileSync(values.faults, 'utf8')) }),
  ...(values['token-life'] && { tokenLifeSeconds: Number(values['token-life']) }),
  ...(values['max-document-bytes'] && { maxDocumentBytes: Number(values['max-document-bytes']) }),
})
console.log(JSON.stringify({ url: standIn.url, inbox: `${standIn.url}/inbox`, pid: process.pid }))

async function stop(): Promise<void> {
  await standIn.close()
  process.exit(0)
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
if (values['until-stdin-closes']) process.stdin.on('end', stop).resume()
