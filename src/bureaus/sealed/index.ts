/** What of the bureaus is sealed with a data key, and moved to a newer one. */
export { rotateSealed } from './rotate-sealed.ts'
export { memberKeysInUse, sealedKeysInUse } from './sealed-store.ts'
