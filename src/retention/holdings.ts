/**
 * What this product holds of an election, table by table, and what a purge does with it. A test compares it with the
 * tables of the database: one that is forgotten here is found.
 *
 * `list`: the voters list and what speaks of its voters on their way to a letter. `letters`: the letter as the voter
 * can still see it, and what it is made from. Of the bureaus each purpose by itself: `bureau-lists`: who could be called;
 * `bureau-composition`: by what others saw who sits where; `bureau-evidence`: what is needed of who stayed away; `bureau-payment`: what
 * was owed and paid; `bureaus`: the people and their assignments, on which the others stand, so last.
 */
export const parts = [
  'list',
  'letters',
  'bureau-lists',
  'bureau-composition',
  'bureau-evidence',
  'bureau-payment',
  'bureaus',
] as const
export type Part = (typeof parts)[number]

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

/** Keys of the retention table of the ruleset, or of the rules for the bureaus: which of its rules governs what is held here. */
export const rulesOf: Readonly<Record<Part, readonly string[]>> = {
  list: ['fps-data', 'voters-list'],
  letters: ['digital-letter'],
  'bureau-lists': ['bureau-lists'],
  'bureau-composition': ['bureau-composition'],
  'bureau-evidence': ['bureau-evidence'],
  'bureau-payment': ['bureau-payment'],
  bureaus: ['bureau-payment', 'bureau-evidence'],
}

/** What a part is needed for: it does not go while one of these waits for somebody to sign its period off. */
export const neededFor: Readonly<Partial<Record<Part, readonly Part[]>>> = {
  bureaus: ['bureau-evidence', 'bureau-payment'],
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
  step('bureau-lists', 'bureaus.seating_choice', 'delete-rows'),
  step('bureau-lists', 'bureaus.seating_seat', 'delete-rows'),
  step('bureau-lists', 'bureaus.list_file', 'delete-rows'),
  step('bureau-lists', 'bureaus.list_document', 'delete-rows'),
  step('bureau-lists', 'bureaus.list_content', 'delete-rows'),
  step('bureau-lists', 'bureaus.drawn_person', 'delete-rows'),
  step('bureau-lists', 'bureaus.list_entry', 'delete-rows'),
  step('bureau-lists', 'bureaus.listed_person', 'delete-rows'),
  step('bureau-lists', 'bureaus.election_candidate', 'delete-rows'),
  step('bureau-lists', 'bureaus.volunteer_mail', 'delete-rows'),
  step('bureau-lists', 'bureaus.volunteer', 'delete-rows'),
  step('bureau-composition', 'bureaus.chair_access', 'delete-rows'),
  step('bureau-evidence', 'bureaus.case_copy', 'delete-rows'),
  step('bureau-evidence', 'bureaus.evidence', 'delete-rows'),
  step('bureau-evidence', 'bureaus.excuse', 'delete-rows'),
  step('bureau-evidence', 'bureaus.absence_sending', 'delete-rows'),
  step('bureau-evidence', 'bureaus.absence_remark', 'delete-rows'),
  step('bureau-evidence', 'bureaus.absence_withdrawal', 'delete-rows'),
  step('bureau-evidence', 'bureaus.absence_report', 'delete-rows'),
  step('bureau-evidence', 'bureaus.member_letter', 'delete-rows'),
  step('bureau-evidence', 'bureaus.oath', 'delete-rows'),
  step('bureau-evidence', 'bureaus.incident', 'delete-rows'),
  step('bureau-evidence', 'bureaus.checkpoint', 'delete-rows'),
  step('bureau-evidence', 'bureaus.day_deed', 'delete-rows'),
  step('bureau-payment', 'bureaus.payment', 'delete-rows'),
  step('bureau-payment', 'bureaus.payment_batch', 'delete-rows'),
  step('bureau-payment', 'bureaus.claim_note', 'delete-rows'),
  step('bureaus', 'bureaus.message', 'delete-rows'),
  step('bureaus', 'bureaus.unreachable', 'delete-rows'),
  step('bureaus', 'bureaus.group_message', 'delete-rows'),
  step('bureaus', 'bureaus.training_enrolment', 'delete-rows'),
  step('bureaus', 'bureaus.composition', 'delete-rows'),
  step('bureaus', 'bureaus.signed_assignment', 'delete-rows'),
  step('bureaus', 'bureaus.signed_sheet', 'delete-rows'),
  step('bureaus', 'bureaus.reserve_call', 'delete-rows'),
  step('bureaus', 'bureaus.contact', 'delete-rows'),
  step('bureaus', 'bureaus.assignment', 'delete-rows'),
  step('bureaus', 'bureaus.assignment_event', 'delete-rows'),
  step('bureaus', 'bureaus.member', 'delete-rows'),
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
  { table: 'bureaus.authority', why: 'which court or main bureau decided on the bureaus: no person' },
  { table: 'bureaus.convocation_run', why: 'who had everybody called, when, and how many: no person' },
  { table: 'bureaus.volunteer_call', why: 'whether the municipality asked for volunteers: no person' },
  {
    table: 'bureaus.seating_run',
    why: 'who had people divided over the seats, and how well it came out: no person',
  },
  { table: 'bureaus.message_wording', why: 'how the municipality worded its messages to members: no person' },
  { table: 'bureaus.message_schedule', why: 'which messages left by themselves, and when: no person' },
  {
    table: 'bureaus.chair_instructions',
    why: 'what the municipality tells the chairs of its bureaus: no person',
  },
  { table: 'bureaus.bureau', why: 'which bureaus there were, and where: public' },
  { table: 'bureaus.training', why: 'which trainings there were, when, where and for whom: no person' },
  { table: 'bureaus.counted_bureau', why: 'which bureau counted whose ballots: public' },
  { table: 'bureaus.seat', why: 'how many seats a bureau had, without who sat there' },
  {
    table: 'bureaus.evidence_reader',
    why: 'who decides on excuses, and their key, which no passphrase of ours opens',
    isOfMunicipality: true,
  },
  {
    table: 'bureaus.service',
    why: 'how often somebody served, as an extract of the register: each goes by itself on its own day',
    isOfMunicipality: true,
  },
  {
    table: 'bureaus.draw',
    why: 'the commitment and the outcome of a draw, without those out of whom was drawn',
  },
  {
    table: 'bureaus.member_list',
    why: 'what the college decided of a list, how many it named, to whom it went',
  },
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
