/**
 * Papers that others ask of a municipality about an election: the governor, the chairs of the polling bureaus. Each
 * says what the rows say; none of them changes a letter.
 */
export { type SectionLists, writeSectionLists } from './write-section-lists.ts'
