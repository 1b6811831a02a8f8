import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshInstallation, type Installation, startKiesloket } from '../command-line.ts'

/** The page of worked examples, followed as a stranger would: every command, in its order. */

const page = readFileSync('docs/how-to/worked-examples.md', 'utf8')
let installation: Installation
/** While somebody is connected the embedded database stays: it is not started and stopped for every command. */
let worker: ChildProcess

beforeAll(async () => {
  installation = await freshInstallation()
  await installation.run('migrate')
  worker = startKiesloket(['work'], installation.env)
})
afterAll(async () => {
  worker.kill()
  await once(worker, 'exit')
  await installation.remove()
})

const [, ...examples] = page.split(/^## /m)

describe.each(examples.map((text) => ({ title: text.split('\n')[0]!, text })))('$title', ({ text }) => {
  test.each(commandsIn(text))('%s', async (line) => {
    const ran = await installation.run(...besideTheData(line.split(' ').slice(2)))
    expect(ran.status, ran.stdout + ran.stderr).toBe(0)
  })
})

function commandsIn(text: string): string[] {
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block!)
  return blocks.flatMap((block) => block.split('\n').filter((line) => line.startsWith('npx kiesloket ')))
}

/** What a command writes does not go into the checkout. */
function besideTheData(args: readonly string[]): string[] {
  return args.map((arg, place) => (args[place - 1] === '--out' ? join(installation.folder, arg) : arg))
}
