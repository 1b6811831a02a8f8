// The steps behind `npm run check` and `npm test`, one after the other, each with its time; stops at the first
// that fails. A list of names instead of a chain of && so that every step says what it was.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

const vitest = (...args) => ['node_modules/vitest/vitest.mjs', 'run', '--project', ...args]
const steps = {
  format: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--reporter=summary', '.'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  unit: vitest('unit', `--maxWorkers=${availableParallelism() + 1}`), // they often wait: for a database, for a reply
  slow: vitest('slow', `--maxWorkers=${availableParallelism()}`), // with more, a browser waits too long for its page
  storm: vitest('slow', 'test/storm'),
  damage: vitest('slow', 'test/damage'),
  hosts: vitest('slow', 'test/hosts'),
  rolling: vitest('slow', 'test/rolling'),
}
/** What a step sets where the environment does not say otherwise. */
const settings = {
  storm: { STORM_LETTERS: '50000' },
  damage: { DAMAGED_ROWS: '1000000' },
  hosts: { HOSTS_EVERY_WAY: '1' },
  rolling: { ROLLING_FROM: 'before-newest-migration' },
}

for (const name of process.argv.slice(2)) {
  console.log(`\n── ${name} ──`)
  if (!(await run(name))) process.exit(1)
}

/** Runs a step to its end; answers whether it went well. */
function run(name) {
  const started = Date.now()
  const env = { ...settings[name], ...process.env }
  const step = spawn(process.execPath, steps[name], { env, stdio: 'inherit' })
  return new Promise((resolve) => {
    step.once('close', (status) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`)
      resolve(status === 0)
    })
  })
}
