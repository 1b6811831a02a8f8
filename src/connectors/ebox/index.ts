/** The road to the e-Box: the federal Message Registry (v3 and v2.1) and, as far as known, MAGDA. */
export { createMailboxFor, type SenderSettings } from './create-mailbox-for.ts'
