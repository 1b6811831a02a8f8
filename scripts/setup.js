// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs what the lockfile names
// when it is not there yet. Plain JavaScript without dependencies, because nothing is installed at this point.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const lockfile = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const marker = 'node_modules/.kiesloket-installed'
const installed = existsSync(marker) && readFileSync(marker, 'utf8') === lockfile

if (!installed) {
  console.error(
    'Installing what Kiesloket needs (Node 24, PostgreSQL, fonts, a browser for the tests) from the npm registry …',
  )
  // Not `npm ci`: it wants the optional packages of every other platform in the lockfile, also those that the
  // registry at hand does not carry. The lockfile pins what is installed all the same, and is not written to.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (npm.status !== 0) {
    console.error('npm could not install the packages: see its message above, mend it and try again.')
    process.exit(1)
  }
  writeFileSync(marker, lockfile)
}
