import { access, constants, statfs } from 'node:fs/promises'
import { checkInstallation } from '../../platform/db/check-installation.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { texts } from './health-texts.nl.ts'

export interface Examined {
  readonly what: string
  readonly state: 'ok' | 'look' | 'wrong'
  /** How it is, and what to do when it is not right. */
  readonly says: string
}

/** What `doctor` asks of the database, as far as a page that runs on it can. */
export async function examineDatabase({ database, config }: DeskDeps): Promise<Examined[]> {
  const state = await database.inScope({ directory: true }, checkInstallation)
  const { checks } = texts
  const weigh = (isRight: boolean, otherwise: Examined['state']) => (isRight ? 'ok' : otherwise)
  const isProduction = state.environment === 'production'
  return [
    {
      ...{ what: checks.migrations.what, state: weigh(state.missing.length === 0, 'wrong') },
      says: checks.migrations.says(state.migrations, state.missing),
    },
    {
      ...{
        what: checks.commits.what,
        state: weigh(state.losesCommits.length === 0, isProduction ? 'wrong' : 'look'),
      },
      says: checks.commits.says(state.losesCommits),
    },
    {
      ...{ what: checks.login.what, state: weigh(state.privileges.length === 0, 'wrong') },
      says: checks.login.says(state.privileges.length),
    },
    {
      ...{ what: checks.environment.what, state: weigh(state.environment === config.KIESLOKET_ENV, 'wrong') },
      says: checks.environment.says(state.environment, config.KIESLOKET_ENV),
    },
  ]
}

const leastFreeGigabytes = 5

/** Whether files can be written where print files and certificates go. */
export async function examineFolder({ config }: Pick<DeskDeps, 'config'>): Promise<Examined> {
  const { what, right, tight, closed } = texts.checks.folder
  try {
    await access(config.KIESLOKET_DATA_DIR, constants.W_OK)
    const { bavail, bsize } = await statfs(config.KIESLOKET_DATA_DIR)
    const free = Math.floor((bavail * bsize) / 1e9)
    return free < leastFreeGigabytes
      ? { what, state: 'look', says: tight(String(free)) }
      : { what, state: 'ok', says: right(String(free)) }
  } catch {
    return { what, state: 'wrong', says: closed }
  }
}
