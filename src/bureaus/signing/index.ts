/** What a magistrate signed on paper. */
export { designateOnPaper, type PaperRefusal } from './designate-on-paper.ts'
export { openSignedSheet } from './open-signed-sheet.ts'
export { isSameDigest, proposalsDigest } from './proposals-digest.ts'
export type { SignedSheet } from './signed-sheet-store.ts'
export { openSigningSheet } from './signing-sheet.ts'
