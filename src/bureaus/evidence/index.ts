/** What is behind an excuse, which only who decides can open. */
export { type EvidenceType, mostBytes } from './evidence.ts'
export { fingerprintOf, shortestPassphrase } from './reader-key.ts'
