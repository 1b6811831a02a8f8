// The steps behind `npm run check` and `npm test`, one after the other, each with its time; stops at the first
// that fails. A list of names instead of a chain of && so that every step says what it was.
import { spawnSync } from 'node:child_process'

const node = process.execPath
const steps = {
  format: [
    node,
    ['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--reporter=summary', '.'],
  ],
  types: [node, ['node_modules/typescript/bin/tsc', '-p', '.']],
  unit: [node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit']],
  slow: [node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'slow']],
}

for (const name of process.argv.slice(2)) {
  const started = Date.now()
  console.log(`\n── ${name} ──`)
  const [command, args] = steps[name]
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  )
  if (status !== 0) process.exit(1)
}
