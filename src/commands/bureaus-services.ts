import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { importServices, recordServices, serviceList } from '../bureaus/index.ts'
import { refused } from '../platform/result.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { isUnreadable, unreadable } from './unreadable-file.ts'

const options = [municipalityOption, electionOption] as const

/** Who served before: written down of an election, told by the register, and passed on to it. */
export function serviceVerbs(bureaus: Command): void {
  const record = {
    name: 'services',
    summary: 'Write down who served in this election, from the attendance',
    examples: ['bureaus services'],
    options,
  }
  verb(bureaus, record, async (app, _, chosen) => {
    const found = await chosenElection(app, chosen)
    if (!found.ok) return found
    const recorded = await recordServices(app, { election: found.election, by: operator })
    if (!recorded.ok) return recorded
    const { ok: _ok, ...sum } = recorded
    const line = `${sum.served} served, ${sum.notServed} did not; of ${sum.unknown} nobody noted whether they came.`
    return done(sum, line)
  })

  const take = {
    name: 'services-import FILE',
    summary: 'Read what the population register says of who served (CSV)',
    examples: ['bureaus services-import diensten.csv'],
    options,
  }
  verb(bureaus, take, async (app, [path], chosen) => {
    const found = await chosenElection(app, chosen)
    if (!found.ok) return found
    const isThere = await stat(path!).then(
      (file) => file.isFile(),
      () => false,
    )
    if (!isThere) return refused('no-such-file', path)
    const stream = createReadStream(path!)
    const read = await importServices(app, { election: found.election, stream, by: operator })
    if (!read.ok) return isUnreadable(read) ? unreadable(read) : read
    return done({ services: read.services }, `${counted(read.services, 'service')} taken over.`)
  })

  const list = {
    name: 'services-list FILE',
    summary: 'Write the names for the population register, without accounts (CSV)',
    examples: ['bureaus services-list diensten.csv'],
    options,
  }
  verb(bureaus, list, async (app, [path], chosen) => {
    const found = await chosenElection(app, chosen)
    if (!found.ok) return found
    const { csv, people } = await serviceList(app, { election: found.election, by: operator })
    const fault = await writeFile(path!, csv, { mode: 0o600 }).catch(({ code }) => String(code))
    if (fault) return refused('not-writable', `${path}: ${fault}`)
    return done({ people }, `${counted(people, 'person', 'people')} in ${path}. It holds national numbers.`)
  })
}
