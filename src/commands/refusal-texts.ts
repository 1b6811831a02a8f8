import type { DocumentFault } from '../platform/document.ts'
import type { Refused } from '../platform/result.ts'

/** What went wrong and what to do, per stable code. A code that is not here shows as itself. */
const texts: Readonly<Record<string, string>> = {
  'no-such-municipality':
    'No municipality by that name here. See `npx kiesloket municipality list`, or add one first.',
  'which-election': 'This municipality has more than one election. Say which:',
  'no-such-election': 'This municipality has no election by that code. See `npx kiesloket election list`.',
  configuration: 'The configuration is not right; every setting is in docs/how-to/operate.md.',
  'no-database':
    'The database is not there, or is not ready. Check DATABASE_URL, run `npx kiesloket migrate`; `npx kiesloket doctor` looks at it:',
  'stand-in-gone':
    'The stand-in of the e-Box ended, so nothing can be delivered. Start the demo again: it goes on where it was.',
  'sample-stopped':
    'Stopped. Nothing of it is kept; a sample that was in the folder is as it was. Start it again: it takes the same letters.',
  stopped: 'Stopped halfway. Start it again: it goes on where it was.',
  'no-such-file': 'The file is not there or cannot be read.',
  'not-json': 'The file is not JSON.',
  'not-valid': 'The file does not fit its schema; mend each of these and try again.',
  'already-there': 'It is there already; nothing was changed.',
  'held-by-release':
    'Letters were released that say otherwise for good, so this stays as it is until their data is purged; nothing was changed:',
  'already-works-here':
    'Somebody by that e-mail address works here already. `npx kiesloket staff credential` gives that person another credential.',
  'nothing-understood': 'Not one row of the sample is a voter as this preset reads it:',
  'no-such-letters':
    'No released letter of this election answers to that. See `npx kiesloket letters render`.',
  'no-claims':
    'No claim is complete and waits for payment: nothing was changed. See `npx kiesloket bureaus claims`.',
  'payer-account':
    'That is no account from which can be paid: nothing was changed. Write it as BE68539007547034.',
  'payer-name': 'No bank reads that name of who pays: nothing was changed. Write it in Latin letters.',
  'pay-day': 'That is no day: write it as 2030-11-15.',
  'day-past': 'That day is past: nothing was changed.',
  'no-such-batch': 'There is no batch of payments by that id in this election.',
  'another-batch': 'This report is about another batch: nothing was changed.',
  'not-pain-002': 'This is no report on payments (pain.002): nothing was changed.',
  'nothing-in-wave': 'All of these letters have left already, or were tried: nothing was changed.',
  'number-in-text':
    'A national number stands in that text, which stays in the audit log for good: nothing was changed. Name the letter, the list number or the ticket instead.',
  'settled-stays': 'A person settled these letters, with evidence: they are not sent again.',
  'nothing-held-back': 'Nothing is held back: all letters may go.',
  'no-list': 'There is no voters list for this election yet: `npx kiesloket voters import FILE` reads one.',
  'list-not-closed':
    'The voters list is not closed yet: `npx kiesloket voters accept`, then `npx kiesloket voters close`.',
  'list-closed':
    'The voters list is closed: it changes by amendment only, with `npx kiesloket voters amend`.',
  'not-accepted':
    'No list was accepted yet: read `npx kiesloket voters report`, then `npx kiesloket voters accept`.',
  'nothing-to-accept':
    'There is no imported list that waits for acceptance: `npx kiesloket voters import FILE`.',
  'not-a-list': 'This is not a list that can be read, so nothing was changed:',
  'no-sections': 'There are no voting sections yet: `npx kiesloket places import FILE` reads them.',
  'section-gone':
    'Voters of the list vote in a section that is not there any more: import places or list again.',
  interrupted: 'Stopped halfway; nothing of it was kept.',
  'rows-refused':
    'The list has rows that are not right, so nothing of it was kept. Mend them and import again.',
  'sheet-refused':
    'This mending sheet does not fit, so nothing was changed. Rows and columns here are those of the sheet:',
  'another-list':
    'None of the rows of this sheet is on that list as it was: it is the sheet of another list, or the list was changed.',
  'not-a-sheet':
    'This is not a mending sheet, so nothing was changed. `npx kiesloket voters import FILE --sheet SHEET` writes one.',
  'nothing-mended': 'Nothing was filled in on this sheet, in the column for corrections.',
  'not-writable': 'The file cannot be written there.',
  'mutations-refused':
    'These mutations are not right, so none of them was carried out. Mend them and try again:',
  'no-mutations': 'The file has a header and no mutations.',
  'section-in-use':
    'Voters have letters for sections that are not in this list. A room may change; the sections have to stay.',
  'nothing-outdated':
    'None of those letters is out of date, so nothing was withdrawn. With --released the released ones count too.',
  'no-places': 'There are no polling places yet: `npx kiesloket places import FILE` reads them.',
  'nothing-composed': 'There is no composed letter: `npx kiesloket letters compose` makes them.',
  'not-every-voter-has-one-letter':
    'Voters and letters do not meet one to one: run `npx kiesloket letters compose` again.',
  'no-sample': 'Nobody took a sample yet: `npx kiesloket letters sample`, look at it, then ask for release.',
  'changed-since-sample':
    'Letters or list changed since the sample was taken: take a new sample and look at it.',
  'changed-meanwhile': 'Letters changed while they were being checked: take the sample again.',
  'checks-failed':
    'Checks of the sample found what may not leave like this: `npx kiesloket letters sample` shows it, with what to do. They are:',
  'letters-outdated':
    'The election, the municipality or the places changed after these letters were composed, so they say something else: `npx kiesloket letters withdraw --outdated --reason "…"`, then `npx kiesloket letters compose`.',
  'not-signed-off':
    'These values of the law stand on the letters, and nobody signed them off. In production such letters do not leave: `npx kiesloket election check` shows them, docs/rulesets.md says how they are signed off.',
  'seal-not-ready':
    'Letters of this municipality leave with its electronic seal, and that can’t be made; nothing was released. Mend it, or take `seal` out of the municipality’s file:',
  'language-not-written':
    'These voters asked for a letter in another language and may have it, but texts for it are missing: `npx kiesloket letters compose` told which. In production they do not leave like this:',
  'not-released': 'That letter is not released yet, so there is nothing to duplicate.',
  'too-late': 'By law a duplicate is issued no later than this, in Brussels time:',
  'reason-not-offered': 'The law of this election gives a duplicate for these reasons only:',
  'enough-today':
    'So many duplicates of this letter were made today that there are no more; print one of those:',
  unprintable:
    'No font has a letter of this name or address. The letter itself can be rendered: `npx kiesloket letters render`.',
  'already-requested': 'A release was asked for already; a second person releases or refuses it.',
  'refused-before':
    'A second person refused this very sample. Mend what was wrong and take a new one, or say why with --again REASON.',
  'nothing-requested': 'Nobody asked for a release yet: `npx kiesloket letters release --request`.',
  'maybe-same-person':
    'One of the two logs in and the other works with a credential, so they could be one person. Release by the same door, or let the other log in once with the address they were added under.',
  'same-person': 'Whoever asked for the release cannot be the one who releases: it takes two people.',
  'other-sample':
    'That is not the hash of the sample for which the release was asked. Look at the right sample.',
  'right-missing': 'This person does not have the right to do that. See `npx kiesloket staff list`.',
  'period-wrong': 'The last day is before the first one, or over already, or the period is too long:',
  'nothing-to-deputise': 'That person does not have the right to release, so nobody can stand in for it.',
  'not-oneself': 'Nobody names oneself, and nobody stands in for oneself.',
  'deputy-sees-nothing':
    'That person may not look at the letters of the proof, and so could not release them: the rights letters.read and voters.read.',
  'hours-wrong': 'Give two times of one day, the first before the second, such as 07:00-22:00.',
  'per-day-too-small': 'Letters leave in batches of 500: give 500 a day or more, or leave the number out.',
  'no-such-deputy': 'There is no deputy by that id, or it has ended. See `npx kiesloket staff deputies`.',
  'reason-too-short':
    'Write why nobody else can release, so that others can judge it afterwards: it stands on the certificate.',
  'deputy-there': 'A deputy was named who may release: ask that person. See `npx kiesloket staff deputies`.',
  'broken-already':
    'You broke the glass for this request before, and it is over. It is done once for a request.',
  'no-credential': 'Say who you are: --credential FILE, or KIESLOKET_STAFF_CREDENTIAL in the environment.',
  unknown: 'This credential is not known. It was never made here, or it was mistyped.',
  expired: 'This credential has expired: have a new one issued.',
  revoked: 'This credential was revoked.',
  ended: 'This person no longer works here.',
  'unknown-staff': 'Nobody by that e-mail address works here. See `npx kiesloket staff list`.',
  'no-such-right': 'That is not a right; `npx kiesloket staff add --help` names them all.',
  'file-exists': 'That file is there already and is not overwritten. Choose another name.',
  'unknown-credential': 'There is no credential by that id in this municipality.',
  'already-revoked': 'That credential was revoked before.',
  'ask-more':
    'Say more of whom you look for: a name, a street, a list number or a national number. A birth date or a single letter is not enough.',
  'question-too-long': 'No name, street or number is that long. Give less.',
  'not-a-number': 'That is not a national number: digits are missing or mistyped.',
  'no-such-voter': 'Nobody on the list in use has that id. See `npx kiesloket voters find`.',
  'no-such-letter': 'No letter of this election by that number or id.',
  'other-room':
    'That letter names another room than holds now. Take it back and release the new one; the duplicate is then of that one.',
  'not-current': 'That letter is not the current one any more.',
  'nothing-released': 'Nothing was released yet, so there is nothing to deliver or to certify.',
  'still-sending': 'Letters are still on their way: see `npx kiesloket delivery status`.',
  'already-printing': 'Another process is writing the print files of this election: wait until it is done.',
  'folder-of-others':
    'That folder holds the print files of another election or municipality. Choose another with --out.',
  'no-such-print-file': 'This election has no print file by that name; manifest.json names them.',
  'reprinted-already': 'That print file was made again before; the newer one counts.',
  'reason-missing': 'Say why with --reason: a letter that is printed twice has to be explained.',
  'already-stopped': 'It is stopped already. `npx kiesloket delivery resume` lets it go on.',
  'not-stopped': 'It is not stopped, so there is nothing to resume.',
  'not-unconfirmed':
    'That letter is not unconfirmed: only a letter whose answer was lost is settled by hand. `npx kiesloket delivery unconfirmed` lists them.',
  'taken-back':
    'That letter was taken back, so it is not sent again. Settle it as delivered or as refused, whichever it was.',
  'read-status-not-offered':
    'Nobody asks here which letters were opened: see EBOX_READ_STATUS, or `ebox.readStatus` in the file of the municipality.',
  'consents-not-offered':
    'There is no address to ask who has an e-Box in use: see EBOX_CONSENT_URL, or `ebox.consentUrl` in the file of the municipality.',
  'party-gave-no-answer':
    'The e-Box gave no answer. What it said before is kept; the same command goes on from there.',
  'asking-interrupted':
    'Stopped before the end. What was heard is kept; the same command goes on from there.',
  'evidence-missing': 'Say how you know: a ticket, a message, a look-up.',
  'no-demo': 'There is no demo here.',
  'list-changed':
    'The voters list is not the one that was closed: its hash differs. Find out what changed before anything else.',
  'sums-off': 'The sums do not add up, so no certificate was written. Missing or double:',
  'audit-broken':
    'The audit log was changed behind the program: an event was altered, removed or put in. Find out by whom.',
  'not-a-day': 'That is not a day. Write it as 2029-06-28.',
  'day-not-over': 'Nobody served before polling day is over: nothing was written down.',
  'before-polling-day': 'A result is not validated before polling day:',
  'in-the-future': 'That day is still to come:',
  'source-missing': 'Say with --source where the decision is to be found.',
  'purged-already': 'Data of this election was purged already, so that day stays what it is:',
  'held-already': 'A legal hold stands already:',
  'not-held': 'No legal hold stands, so there is none to lift.',
  held: 'A legal hold stands: nothing of this election is purged until `npx kiesloket election legal-hold --lift`.',
  'not-validated':
    'The result was not validated yet, so nothing goes: `npx kiesloket election validated --help`.',
  'no-retention-rule': 'The ruleset does not say how long the list is kept, so nothing goes.',
  'period-not-signed-off':
    'Nobody signed off how long this is kept, and what is purged does not come back. docs/rulesets.md says how it is signed off:',
  'nothing-due': 'Nothing is due today. `npx kiesloket election purge --plan` shows what goes when.',
  'already-purging': 'Another process is purging this election: wait until it is done.',
  'in-use':
    'Others were reading this table for too long, so it was left for the next run. What was done before stays done:',
  'election-purged': 'The data of this election was purged: no list is taken in for it any more.',
  'no-keys': 'That file is not a set of public keys (JSON Web Key Set, Ed25519).',
  'no-bureaus':
    'No bureaus are kept of this election yet: `npx kiesloket bureaus adopt` keeps those of the plan.',
  'no-authority':
    'Say who designated, as the letter names it: --authority "de vrederechter van het kanton …".',
  'nothing-to-print':
    'Every letter reached a mailbox, is under way, or was printed: --again prints those once more.',
  'no-such-bureau': 'No bureau of this election has that number. See `npx kiesloket bureaus list`.',
  'same-id-twice': 'Somebody stands in that file twice.',
  'fixed-unknown': 'Somebody was set in a seat that is not there.',
  'fixed-twice': 'Somebody was set in two seats.',
  'worth-not-whole': 'What a wish is worth is a whole number of metres.',
  'selection-is-law': 'The law says how people of list A are taken; it is not for us to choose.',
  'category-unknown': 'Somebody of list A has no category that the ruleset knows:',
  'not-drawn': 'Somebody has no place in the order of the draw, and the law asks one:',
  'seat-taken': 'Somebody was given one of these seats meanwhile, so nothing was proposed. Run it again.',
  'person-has-seat': 'Somebody got a seat meanwhile, so nothing was proposed. Run it again.',
  'no-such-seat': 'The plan changed meanwhile, so nothing was proposed. Run it again.',
  'not-an-enterprise': 'That is no enterprise number: ten digits, of which the last two check the others.',
  'is-a-municipality':
    'That is a municipality of this installation: its staff would decide on the people whom they propose.',
  'no-such-authority-in-election':
    'The law of this election knows no such main bureau: see the kinds under `authorities` in its rules for bureaus.',
  'no-such-main-bureau': 'The rules of this election have no such main bureau, so nothing was planned. Not:',
  'no-such-council':
    'In this election the seats of no such counting bureaus follow from a council, so nothing was planned. Not:',
  'no-such-district':
    'A main bureau of a district is granted with the name of one of the districts of this municipality, and no other with one. Not:',
  'district-missing': 'This city has districts, each with a main bureau of its own: name it with --district.',
  'no-such-authority': 'Nothing of this election is granted to that organisation.',
  'would-lose-people':
    'That would take away seats for which somebody is proposed or designated, so nothing was changed. Those people are moved or revoked first:',
  'list-adopted':
    'The college adopted that list, so it is fixed: `npx kiesloket bureaus reopen-list` opens it again, with a reason. List',
  'list-empty': 'Nobody is on that list yet, so there is nothing to adopt. List',
  'no-such-list':
    'No such version of that list was adopted: `npx kiesloket bureaus lists` says how they stand. List',
  'content-not-kept':
    'That list changed since it was adopted, and what was adopted was not kept: open it again and adopt it anew. List',
  'list-not-adopted': 'The college did not adopt that list yet: `npx kiesloket bureaus adopt-list`. List',
  'list-sent': 'That list was sent already. List',
  'list-differs':
    'That list is not the one any more that the college adopted, so it was not noted as sent. `npx kiesloket bureaus reopen-list`, and have it adopted anew. List',
  'too-many-rows': 'The file has too many rows, so nothing of it was kept:',
  'sent-too-early': 'A list is not sent before the day on which it was adopted.',
  'no-decision': 'Give the reference of the decision, in at most 200 characters.',
  'no-addressee': 'Say to whom it went, in at most 200 characters.',
  'no-reason': 'Say why.',
  'queue-empty': 'Nobody is left on the lists who may be called for that seat, or list B was not drawn yet.',
  'list-a-not-adopted':
    'The law draws out of list A too, and the college did not adopt it yet: `npx kiesloket bureaus adopt-list A`. Who comes on it after the draw stands behind everybody who was drawn; --without-list-a goes on all the same.',
  'after-chance':
    'Its public value can be known already. Where it has to go all the same, as for a wrong pool, give --after-chance: the file of the next draw says that it was given up after chance had spoken, and why. Known from',
  'no-public-source': 'Say where the public value will come from, in at most 300 characters.',
  'no-dice': 'Give a whole number of dice from 0 to 100.',
  'moment-passed': 'That moment is past: a draw is fixed before chance speaks.',
  'already-committed':
    'There is a draw already. One that was not held can be given up: `npx kiesloket draw withdraw`.',
  'nobody-to-draw': 'No section has a voter who can be drawn.',
  'committed-by-same-person': 'Whoever fixed this draw cannot be the one who draws: it takes two people.',
  'nothing-committed': 'No draw was fixed yet: `npx kiesloket draw commit`.',
  'already-drawn': 'This draw was held: its order stays.',
  'nothing-drawn': 'No draw was held yet: `npx kiesloket draw run`.',
  'before-the-moment': 'Chance has not spoken yet. The draw was announced for:',
  'no-public-value': 'Give what the public source said, in at most 300 characters.',
  'not-those-dice': 'Give the eyes of as many dice as were announced, each from 1 to 6:',
  'draw-does-not-hold': 'At least one check failed: nobody has to believe this draw.',
  'not-genuine': 'At least one check failed: this certificate does not prove what it says.',
  'not-genuine-paper': 'At least one check failed: this paper does not prove what it says.',
  'no-such-section': 'There is no such section. `npx kiesloket places import` reads them.',
  'section-list-not-signed-off':
    'Nobody signed off which columns the list of a section shows, and it would show national numbers. docs/rulesets.md says how it is signed off (sectionList).',
  'posting-unknown':
    'The program does not see the post: say with --posted on which day the letters on paper were handed over, and with --posting-note what shows it.',
  'no-such-deadline': 'The ruleset names no day by which letters are sent.',
  'nothing-registered': 'None of these was registered as returned:',
  'not-returned':
    'No letter of that number is registered as returned: `npx kiesloket letters returned --list`.',
  'nothing-purged': 'Nothing was purged yet, so there is nothing to report.',
  'not-healthy': 'Something is not right; each line says what to do.',
  unfinished: 'Some letters are not finished; see `npx kiesloket delivery status`.',
}

/** A refusal; one of a file or of the configuration names each fault. */
export type Refusal = Refused & { readonly faults?: readonly (DocumentFault | { readonly path?: never })[] }

/** One or more lines for people: what happened, the facts, the remedy. Faults of a file get a line each. */
export function refusalText(refusal: Refusal): string {
  const text = texts[refusal.because] ?? `Refused: ${refusal.because}.`
  const ofFile = refusal.faults?.filter((fault): fault is DocumentFault => fault.path !== undefined) ?? []
  const faults = ofFile.map(({ path, wrong, remedy }) => `  ${path}: ${wrong} → ${remedy}`)
  return [text, ...(refusal.detail ? [refusal.detail] : []), ...faults].join('\n')
}
