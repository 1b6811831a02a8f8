import type { SealKeys } from './seal-key.ts'

/** For tests in which nobody seals. */
export const noSeals: SealKeys<unknown> = { keyFor: async () => undefined }
