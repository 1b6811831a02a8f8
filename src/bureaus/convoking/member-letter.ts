import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressLines } from '../../platform/address.ts'
import { longDate } from '../../platform/dates.ts'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import type { Typesetter } from '../../platform/pdf/typesetter.ts'
import { changesOf } from './changed-seat.ts'
import { loadMemberLetters } from './load-member-letters.ts'
import type { MemberLetterFacts, MemberLetterField, MemberLetterKind } from './member-letter-facts.ts'
import { filled, isFor } from './member-letter-file.ts'
import { texts } from './texts.nl.ts'

const layout = readFileSync(join(import.meta.dirname, 'member-letter.typ'), 'utf8')

/**
 * Typesets a letter to a member of a bureau: PDF/UA-1 and PDF/A-2a, two pages at most with texts of usual length, and
 * the instructions of who chairs behind them. The same facts
 * give the same bytes. Throws when the words ask for a fact that is not there.
 */
export function typesetMemberLetter(typesetter: Typesetter, facts: MemberLetterFacts): Promise<Uint8Array> {
  const { arms } = facts.municipality
  return typesetter.typeset({
    main: layout,
    inputs: { letter: JSON.stringify(memberLetterView(facts)) },
    files: {
      '/qr.svg': Buffer.from(qrSvg(facts.answerAddress)),
      ...(arms !== undefined && { '/arms.svg': Buffer.from(arms) }),
    },
  })
}

/** After the others nothing more is asked of the person. */
const asksAnAnswer: ReadonlySet<MemberLetterKind> = new Set(['designation', 'called-up'])

/** Everything that the letter says, in the order in which it is read. */
export function memberLetterView(facts: MemberLetterFacts) {
  const { letter, kind, role, municipality, person } = facts
  const { letters, forms } = loadMemberLetters(facts)
  const { title, opening, showsWhere, parts } = letters[letter]
  const values = valuesOf(facts)
  const answer = asksAnAnswer.has(letter) ? texts.answer : texts.follow
  const form = forms.find((one) => one.letter === letter && isFor(one, kind, role))
  return {
    title: filled(title, values),
    opening: opening
      .map((one) => (typeof one === 'string' ? { text: one } : one))
      .filter((one) => isFor(one, kind, role))
      .map(({ text }) => filled(text, values)),
    where: showsWhere ? whereLines(facts) : [],
    parts: parts
      .filter((part) => isFor(part, kind, role) && asksOnly(part.text, values))
      .map((part) => ({ ...part, text: (facts.correction?.isTimeRunning && part.corrected) || part.text }))
      .map(({ title, text, article }) => ({
        title: filled(title, values),
        text: text.map((paragraph) => filled(paragraph, values)),
        source: article ? `${texts.source}: ${article}` : '',
      })),
    municipality: {
      name: municipality.name,
      department: municipality.department,
      lines: [...addressLines(municipality.address), municipality.phone, municipality.email],
      hasArms: municipality.arms !== undefined,
      armsAlternative: texts.arms(municipality.name),
    },
    person: [person.name, ...addressLines(person.address)],
    reference: texts.reference(facts.reference),
    answer: { title: answer.title, text: answer.text(facts.answerAddress), alternative: texts.qr },
    form: form ? texts.form(form.form) : '',
    instructions: facts.instructions ?? null,
    correction: correctionView(facts),
  }
}

function correctionView(facts: MemberLetterFacts) {
  if (!facts.correction) return null
  const { sentOn, told, isTimeRunning } = facts.correction
  const { title, lead, change, rest, answered } = texts.correction
  return {
    title: title(longDate(sentOn, 'nl')),
    lead,
    changes: changesOf(loadMemberLetters(facts), told, facts).map(change),
    rest: isTimeRunning ? `${rest} ${answered}` : rest,
  }
}

/** Amounts and days that nobody may vouch for, or that may be past: a part that names one is left out where there is none. */
const leftOutWithout = ['fee', 'fine', 'exemptionUntil', 'standbyFrom'] as const

function asksOnly(
  text: readonly string[],
  values: Readonly<Partial<Record<MemberLetterField, string>>>,
): boolean {
  const missing = leftOutWithout.filter((field) => values[field] === undefined)
  return !text.some((paragraph) => missing.some((field) => paragraph.includes(`{${field}}`)))
}

function valuesOf(facts: MemberLetterFacts): Partial<Record<MemberLetterField, string>> {
  const { roleNames } = loadMemberLetters(facts)
  const { kind, role, bureau, election, municipality, where, fee, fine, reason } = facts
  const name = roleNames[kind][role]
  if (name === undefined) throw new Error(`no letter calls a ${role} of a ${kind} bureau`)
  return {
    role: name,
    bureau,
    election: election.name,
    pollingDay: longDate(election.pollingDay, 'nl'),
    municipality: municipality.name,
    authority: facts.authority,
    decidedOn: longDate(facts.decidedOn, 'nl'),
    ...(where?.meetingTime !== undefined && { meetingTime: texts.hour(where.meetingTime) }),
    ...(facts.standbyFrom !== undefined && { standbyFrom: texts.hour(facts.standbyFrom) }),
    excuseWindow: facts.excuseWindow,
    answerAddress: facts.answerAddress,
    phone: municipality.phone,
    email: municipality.email,
    ...(fee !== undefined && { fee }),
    ...(fine !== undefined && { fine }),
    ...(facts.exemptionUntil !== undefined && { exemptionUntil: longDate(facts.exemptionUntil, 'nl') }),
    ...(reason !== undefined && { reason }),
  }
}

function whereLines({ bureau, where, election }: MemberLetterFacts) {
  if (!where) return []
  const { meetingTime } = where
  const from = meetingTime === undefined ? [] : [texts.from(texts.hour(meetingTime))]
  return [
    { label: texts.when, lines: [longDate(election.pollingDay, 'nl'), ...from] },
    { label: texts.where, lines: [bureau, where.place, where.room, ...addressLines(where.address)] },
  ]
}
