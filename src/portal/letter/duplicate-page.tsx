import { validate } from 'uuid'
import {
  deadlineInstant,
  duplicateReasons,
  duplicateUntil,
  type Election,
  hourText,
} from '../../elections/index.ts'
import {
  currentOf,
  type Duplicate,
  duplicatesOf,
  issueDuplicate,
  type MyLetter,
  onlineDuplicatesPerDay,
} from '../../letters/index.ts'
import { dayInBelgium, longDate, momentText, startOfDay } from '../../platform/dates.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { Button, ErrorSummary, Form, Inset, Radios } from '../../platform/http/components/index.ts'
import { newId } from '../../platform/ids.ts'
import { showPage } from '../frame.tsx'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { type Texts, texts } from './texts.ts'

/** Asks why, and until when it can be; sent twice it gives one duplicate, by the id of its request. */
export async function showDuplicate(portal: Portal, letters: readonly MyLetter[], error?: string) {
  const { election, municipality } = currentOf(letters)[0]!
  const { language } = portal
  const made = await madeOf(portal, letters)
  const words = texts[language].duplicate
  const { isOver, day, hour } = bound(election, portal.deps.clock.now(), language)
  return showPage(
    portal,
    { title: words.title, caption: election.name, municipality, error },
    <>
      {isOver ? <p>{words.over(day, hour)}</p> : <Asked {...{ portal, election, made, error }} />}
      <Made {...{ made, election, language }} />
    </>,
  )
}

interface AskedProps {
  readonly portal: Portal
  readonly election: Election
  readonly made: readonly Duplicate[]
  readonly error: string | undefined
}

function Asked({ portal, election, made, error }: AskedProps) {
  const { language } = portal
  const words = texts[language].duplicate
  const { error: errorWord, notRightYet } = frameTexts[language]
  const now = portal.deps.clock.now()
  const { day, hour } = bound(election, now, language)
  const { reasons } = election.ruleset.duplicate.value
  const address = { election: election.electionId }
  const today = startOfDay(dayInBelgium(now))
  const isEnough = made.filter(({ issuedAt }) => issuedAt >= today).length >= onlineDuplicatesPerDay
  return (
    <>
      <ErrorSummary title={notRightYet} errors={error && !isEnough ? { reden: error } : {}} />
      <Way {...words.ownLetter} href={paths.letterPdf(address)} />
      <h2>{words.link}</h2>
      <p>{words.lead}</p>
      <p>{words.until(day, hour)}</p>
      {isEnough ? (
        <Inset>{words.enough(onlineDuplicatesPerDay)}</Inset>
      ) : (
        <Form csrf={portal.csrf} action={paths.duplicate(address)}>
          <input type="hidden" name="aanvraag" value={portal.form.text('aanvraag') || newId<string>()} />
          <Radios
            {...{ name: 'reden', label: words.reason, error, errorWord }}
            value={portal.form.text('reden')}
            choices={reasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
          <Button>{words.make}</Button>
        </Form>
      )}
      <p>{words.counted}</p>
      {!reasons.includes('lost') && <Way {...words.lost} href={paths.myLetter(address)} />}
    </>
  )
}

interface MadeProps {
  readonly made: readonly Duplicate[]
  readonly election: Election
  readonly language: Language
}

/** Those made before: one is printed as often as a printer jams, and is no other one then. */
function Made({ made, election, language }: MadeProps) {
  const { title, link } = texts[language].duplicate.made
  if (made.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {made.map(({ duplicateId, number, issuedAt }) => (
          <li>
            <a href={paths.madeDuplicate({ election: election.electionId, duplicate: duplicateId })}>
              {link(number, momentText(issuedAt, language))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What this citizen made online of the letter that holds; of one that was taken back nothing is opened any more. */
async function madeOf({ deps }: Portal, letters: readonly MyLetter[]): Promise<Duplicate[]> {
  const { election, letter } = currentOf(letters)[0]!
  const { municipalityId, electionId } = election
  const all = await deps.database.inScope(staffOf(municipalityId), (db) =>
    duplicatesOf(db, municipalityId, electionId, [letter.letter_id]),
  )
  return all.filter(({ issuedBy, channel }) => issuedBy === 'citizen' && channel === 'print')
}

/**
 * What helps instead of a duplicate. KWB 107 names who did not receive the letter, and nobody else; KWB 142 lets a bureau admit who comes
 * without it.
 */
function Way({ title, text, link, href }: Texts['duplicate']['lost'] & { href: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a href={href}>{link}</a>
      </p>
    </>
  )
}

/** Makes it, or shows the page again with why not. Who logged in is who the letter is for: that is the check of identity. */
export async function makeDuplicate(portal: Portal, letters: readonly MyLetter[]): Promise<Response> {
  const { deps, form, context } = portal
  const words = texts[portal.language].duplicate
  const { election, letter } = currentOf(letters)[0]!
  const reason = duplicateReasons.find((one) => one === form.text('reden'))
  if (!reason) return showDuplicate(portal, letters, words.reasonMissing)
  const asked = form.text('aanvraag')
  const issued = await issueDuplicate(deps, {
    ...{
      election,
      listNumber: letter.list_number,
      reason,
      identity: 'login',
      channel: 'print',
      by: 'citizen',
    },
    requestId: validate(asked) ? asked : undefined,
    mostPerDay: onlineDuplicatesPerDay,
  })
  if (!issued.ok) return showDuplicate(portal, letters, words.refusals[issued.because])
  return context.redirect(
    paths.madeDuplicate({ election: election.electionId, duplicate: issued.duplicateId }),
    303,
  )
}

function bound(election: Election, now: Date, language: Language) {
  const { date, time } = duplicateUntil(election)
  const isOver = now.getTime() >= deadlineInstant({ date, time, bound: 'latest' }).epochMilliseconds
  return { isOver, day: longDate(date, language), hour: hourText(time, language) }
}
