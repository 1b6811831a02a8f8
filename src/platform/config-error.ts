import type { DocumentFault } from './document.ts'

/** The environment does not describe an installation; `faults` says which settings, why, and what to do. */
export class ConfigError extends Error {
  readonly faults: readonly DocumentFault[]
  constructor(faults: readonly DocumentFault[]) {
    super(`configuration is not right: ${faults.map(({ path, wrong }) => `${path}: ${wrong}`).join('; ')}`)
    this.faults = faults
  }
}
