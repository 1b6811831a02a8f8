/**
 * Papers that others ask of a municipality about an election: the governor, the chairs of the polling bureaus. Each
 * says what the rows say; none of them changes a letter.
 */
export {
  type GovernorStatement,
  governorStatementFormat,
  governorStatementSchema,
} from './governor-statement.ts'
export { writeGovernorStatement } from './write-governor-statement.ts'
export { type SectionLists, writeSectionLists } from './write-section-lists.ts'
