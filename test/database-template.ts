import type { TestProject } from 'vitest/node'
import { startDatabaseServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    applicationUrl: string
  }
}

/** One server for the whole run, with a template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startDatabaseServer()
  project.provide('ownerUrl', server.ownerUrl('DATABASE'))
  project.provide('applicationUrl', server.applicationUrl('DATABASE'))
  return server.close
}
