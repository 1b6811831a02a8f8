/** The code with which a telephone opens one bureau. */
export { accessesOf } from './access-store.ts'
export { type ChairAccess, chairAddress, type Holder, holders, namesShownFrom } from './chair-access.ts'
export { type AccessRefusal, makeAccess, revokeAccess } from './make-access.ts'
export { makeAccesses } from './make-accesses.ts'
export { chairOf, useCode } from './use-access.ts'
