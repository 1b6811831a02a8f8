import type { Command } from 'commander'
import { readConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { prepareDevelopment } from '../platform/development.ts'
import { prepareJobs } from '../platform/jobs.ts'
import { bareVerb, done } from './command.ts'

export function migrateCommand(program: Command, summary: string): void {
  const description = {
    name: 'migrate',
    summary,
    examples: ['migrate', 'DATABASE_MIGRATION_URL=postgres://owner@db/kiesloket npx kiesloket migrate'],
  }
  bareVerb(program, description, async () => {
    const config = readConfig(process.env)
    if (!config.DATABASE_URL) return migrateEmbedded(config)
    const ownerUrl = config.DATABASE_MIGRATION_URL ?? config.DATABASE_URL
    const login = decodeURIComponent(new URL(config.DATABASE_URL).username)
    const isOwner = decodeURIComponent(new URL(ownerUrl).username) === login
    const plan = {
      ownerUrl,
      environment: config.KIESLOKET_ENV,
      ...(isOwner ? {} : { applicationLogin: login }),
    }
    const report = await migrate(plan)
    await prepareJobs(ownerUrl)
    return done(
      report,
      `${report.applied.length} migrations applied, ${report.alreadyThere} were there already.`,
    )
  })
}

/** The embedded database is migrated whenever it is opened. */
async function migrateEmbedded(config: ReturnType<typeof readConfig>) {
  const prepared = await prepareDevelopment(config)
  await prepared.leave()
  return done({ embedded: true }, 'The embedded database is up to date.')
}
