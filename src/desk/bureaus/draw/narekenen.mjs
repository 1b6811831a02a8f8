// Recomputes a draw of list B from its file alone: node narekenen.mjs loting.json [commitment as it was made known]
// It takes nothing from the program that drew. Node 20 or later; no network, no database.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [path, published] = process.argv.slice(2)
const file = JSON.parse(readFileSync(path, 'utf8'))
const { frozen } = file
const withdrawn = frozen.withdrawn ?? []
const isFirst = frozen.algorithm === 'kiesloket-draw-1'

const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

// RFC 8785 for what stands in such a file: texts, whole numbers, true, false, null, lists, objects with ASCII names.
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

// Runs of letters a to z and digits, letters small, no zeros before a number, one space between.
function spelled(text) {
  const runs = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).match(/[a-z0-9]+/g) ?? []
  return runs.map((run) => (/^[0-9]+$/.test(run) ? run.replace(/^0+(?=[0-9])/, '') : run)).join(' ')
}

const moment = (text) => Date.parse(text)
const { publicValue, dice, commitment } = file
const everybody = frozen.pools.flatMap(({ people }) => people)
const seed = sha256(canonical({ commitment, publicValue, dice }))
const orders = frozen.pools.map(({ unit, people }) => {
  const rank = new Map(people.map((person) => [person, sha256(`${seed}/${frozen.drawId}/${unit}/${person}`)]))
  return { unit, order: [...people].sort((one, other) => (rank.get(one) < rank.get(other) ? -1 : 1)) }
})

const checks = {
  'commitment is the hash of what was fixed': sha256(canonical(frozen)) === commitment,
  'commitment is the one that was made known': published === undefined ? undefined : published === commitment,
  'fixed before chance could be known, drawn after it':
    moment(file.committedAt) < moment(frozen.randomness.knownAt) &&
    moment(frozen.randomness.knownAt) <= moment(file.drawnAt),
  'nobody stands in it twice': new Set(everybody).size === everybody.length,
  'public value in its one spelling': isFirst || spelled(publicValue) === publicValue,
  'as many dice as announced': dice.length === frozen.randomness.dice,
  'what was given up after chance is marked': withdrawn.every(
    (one) => one.afterChance === (one.withdrawnAt === null || moment(one.withdrawnAt) >= moment(one.knownAt)),
  ),
  'seed follows from commitment and chance': seed === file.seed,
  'order follows from the seed': canonical(orders) === canonical(file.orders),
}

for (const [check, holds] of Object.entries(checks))
  console.log(`${holds === undefined ? '?' : holds ? 'ok' : 'WRONG'}  ${check}`)
for (const { drawId, afterChance, why } of withdrawn)
  console.log(`!   ${drawId} was given up ${afterChance ? 'AFTER' : 'before'} chance could be known: ${why}`)
if (published === undefined)
  console.log('!   give the commitment that was made known before the draw as well')
process.exitCode = Object.values(checks).includes(false) ? 1 : 0
