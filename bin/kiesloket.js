#!/usr/bin/env node
// The command line's door on disk: finds Node 24 (the project brings its own) and hands over to src/cli.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node')

if (!existsSync(join(root, 'node_modules/tsx'))) {
  console.error('Nothing is installed yet. Run "npm start" or "npm test" here: they install what is needed.')
  process.exitCode = 2
} else if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { register } = await import('tsx/esm/api')
  // Whatever folder it is started from: pages are compiled by our settings, not by those found there.
  register({ tsconfig: join(root, 'tsconfig.json') })
  await import(pathToFileURL(join(root, 'src/cli.ts')).href)
} else if (existsSync(own)) {
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  // A service manager tells this process alone to stop; a terminal tells both by itself.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  child.on('exit', (status) => {
    process.exitCode = status ?? 1
  })
} else {
  console.error(
    `Kiesloket needs Node 24 or newer; this is ${process.version}. Run "npm install" here: it brings Node 24.`,
  )
  process.exitCode = 2
}
