// The steps behind `npm run check` and `npm test`, one after the other, each with its time; stops at the first
// that fails. A list of names instead of a chain of && so that every step says what it was.
import { spawnSync } from 'node:child_process'

const vitest = (...args) => ['node_modules/vitest/vitest.mjs', 'run', '--project', ...args]
const steps = {
  format: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--reporter=summary', '.'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  unit: vitest('unit'),
  slow: vitest('slow'),
  storm: vitest('slow', 'test/storm'),
}
/** What a step sets where the environment does not say otherwise. */
const settings = { storm: { STORM_LETTERS: '20000' } }

for (const name of process.argv.slice(2)) {
  const started = Date.now()
  console.log(`\n── ${name} ──`)
  const { status } = spawnSync(process.execPath, steps[name], {
    stdio: 'inherit',
    env: { ...settings[name], ...process.env },
  })
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  if (status !== 0) process.exit(1)
}
