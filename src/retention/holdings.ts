/**
 * What this product holds of an election, table by table, and what a purge does with it. A test compares it with the
 * tables of the database: one that is forgotten here is found.
 *
 * `list`: the voters list and what speaks of its voters on their way to a letter. `letters`: the letter as the voter
 * can still see it, and what it is made from.
 */
export type Part = 'list' | 'letters'

export type Method =
  | 'drop-partitions'
  | 'delete-rows'
  | 'delete-ended-letters'
  | 'empty-samples'
  | 'keep-public-copy'

export interface PurgeStep {
  readonly name: string
  readonly part: Part
  readonly table: string
  readonly method: Method
}

/** Keys of the rulesets' retention table: which of its rules governs what is held here. */
export const rulesOf: Readonly<Record<Part, readonly string[]>> = {
  list: ['fps-data', 'voters-list'],
  letters: ['digital-letter'],
}

function step(part: Part, table: string, method: Method): PurgeStep {
  return {
    name: method === 'drop-partitions' || method === 'delete-rows' ? table : method,
    part,
    table,
    method,
  }
}

/** In this order: national numbers first. */
export const purgeSteps: readonly PurgeStep[] = [
  step('list', 'delivery.delivery', 'drop-partitions'),
  step('list', 'voters.voter', 'drop-partitions'),
  step('list', 'portal.subscription', 'delete-rows'),
  step('list', 'portal.mail', 'delete-rows'),
  step('list', 'voters.amendment', 'delete-rows'),
  step('list', 'voters.import_finding', 'delete-rows'),
  step('list', 'voters.uploaded_part', 'delete-rows'),
  step('list', 'voters.uploaded_list', 'delete-rows'),
  step('list', 'voters.tally', 'delete-rows'),
  step('list', 'voters.voters_list', 'delete-rows'),
  step('list', 'delivery.attempt', 'drop-partitions'),
  step('list', 'delivery.reading', 'delete-rows'),
  step('list', 'delivery.mailbox_key', 'delete-rows'),
  step('list', 'delivery.tally', 'delete-rows'),
  step('list', 'letters.returned_letter', 'delete-rows'),
  step('list', 'letters.returned_tally', 'delete-rows'),
  step('list', 'letters.offline_issue', 'delete-rows'),
  step('list', 'letters.offline_pack', 'delete-rows'),
  step('list', 'letters.duplicate', 'delete-rows'),
  step('list', 'letters.paper_letter', 'drop-partitions'),
  step('list', 'letters.printed_tally', 'delete-rows'),
  step('list', 'letters.print_file', 'delete-rows'),
  step('list', 'letters.sample', 'empty-samples'),
  step('list', 'letters.letter', 'delete-ended-letters'),
  step('letters', 'letters.whole_letter', 'delete-rows'),
  step('letters', 'letters.seal', 'delete-rows'),
  step('letters', 'letters.letter', 'drop-partitions'),
  step('letters', 'letters.plate', 'delete-rows'),
  step('letters', 'letters.tally', 'delete-rows'),
  step('letters', 'letters.paper_tally', 'delete-rows'),
  step('letters', 'letters.certificate', 'keep-public-copy'),
]

interface Stays {
  readonly table: string
  readonly why: string
  /** Its rows are of the municipality and of no election, so none can be counted as this election's. */
  readonly isOfMunicipality?: true
}

/** What stays, and why that may: no voter can be found in it. */
export const stays: readonly Stays[] = [
  { table: 'elections.election', why: 'day, rules and decisions of the election: public' },
  { table: 'elections.polling_place', why: 'where people voted: public' },
  { table: 'elections.voting_section', why: 'which room was whose: public' },
  { table: 'letters.sample', why: 'the hash of what was approved, who took it; emptied of voters' },
  { table: 'letters.release', why: 'who released, when, how many letters' },
  { table: 'letters.broken_glass', why: 'who broke the glass for a release, when and why' },
  { table: 'letters.letter_run', why: 'who had letters composed or sampled, when, how many' },
  {
    table: 'letters.offline_device',
    why: 'which browser was enrolled for counters without network, and revoked',
    isOfMunicipality: true,
  },
  {
    table: 'letters.seal_certificate',
    why: 'the certificates that seals were made under: they say who sealed, and are in each sealed letter',
    isOfMunicipality: true,
  },
  { table: 'letters.proof_opening', why: 'which person of the staff opened the proof of which hash' },
  {
    table: 'letters.certificate',
    why: 'the copy for publication: no count below the smallest that may be told',
  },
  { table: 'delivery.campaign', why: 'the message without addressee, when and by whom it was opened' },
  { table: 'retention.validation', why: 'when the result was validated' },
  { table: 'retention.legal_hold', why: 'what held the purge back, and until when' },
  { table: 'retention.purged', why: 'what was purged, when and by which article' },
  {
    table: 'platform.audit_event',
    why: 'who did what; a voter is an id that follows from a key and points at nothing any more',
    isOfMunicipality: true,
  },
  { table: 'platform.audit_seal', why: 'the seals over those events', isOfMunicipality: true },
]
