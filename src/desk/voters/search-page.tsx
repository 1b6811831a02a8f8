import { Button, type FieldErrors, Form, TextField } from '../../platform/http/components/index.ts'
import type { TypedForm } from '../../platform/http/typed-form.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  type Found,
  findVoters,
  longestQuestion,
  type Question,
  type SearchPlace,
  tooLongIn,
} from '../../voters/index.ts'
import { ComesFirst } from '../comes-first.tsx'
import { AddLink } from '../corrections/amend-links.tsx'
import type { ElectionDesk } from '../desk.ts'
import { hasVotersList } from '../has-list.ts'
import { dayFrom } from '../typed-day.ts'
import { FoundVoters } from './found-voters.tsx'
import { ReasonFields, reasonFrom } from './reason-fields.tsx'
import { texts } from './search-texts.nl.ts'
import { showVotersPage, VotersViews } from './voters-page.tsx'

const votersOnPage = 50
/** As somebody types one, spaces and the name of a month too. */
const longestDay = 30

/** Where a voter is looked for; what is typed is sent, and never stands in an address. */
export async function showSearch(desk: ElectionDesk) {
  return searchPage(desk)
}

/** Looks, and shows a page of who answers to it. */
export async function search(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const reason = reasonFrom(form)
  if (!reason) return searchPage(desk, { errors: { reden: texts.refused['reason-missing']! } })
  const asked = questionFrom(form)
  if (!asked.ok) return refusal(desk, asked.because)
  const tooLong = 'street' in asked.question ? tooLongIn(asked.question) : []
  if (tooLong.length > 0)
    return searchPage(desk, {
      errors: Object.fromEntries(
        tooLong.map((part) => [fieldOf[part] ?? 'naam', texts.refused['question-too-long']!]),
      ),
    })
  const looked = { election, question: asked.question, by: staff.staffId, reason, limit: votersOnPage }
  const found = await findVoters(deps, { ...looked, after: placeFrom(form) })
  return found.ok ? searchPage(desk, { found }) : refusal(desk, found.because)
}

const fieldOf: Readonly<Record<string, string>> = {
  street: 'straat',
  houseNumber: 'huisnummer',
  'not-a-day': 'geboren',
  'not-a-number': 'insz',
  'not-a-list-number': 'volgnummer',
  'number-in-text': 'reden',
}

function refusal(desk: ElectionDesk, because: string) {
  return searchPage(desk, { errors: { [fieldOf[because] ?? 'naam']: texts.refused[because] ?? because } })
}

/** One of three ways to ask. */
function questionFrom(form: TypedForm): Result<{ question: Question }, 'one-way' | 'not-a-list-number'> {
  const [listNumber, nationalNumber] = [form.text('volgnummer'), form.text('insz')]
  const described = {
    name: form.text('naam'),
    birthDate: dayFrom(form.text('geboren')),
    street: form.text('straat'),
    houseNumber: form.text('huisnummer'),
  }
  const isDescribed = Object.values(described).some((text) => text !== '')
  if ([listNumber, nationalNumber, isDescribed].filter(Boolean).length > 1) return refused('one-way')
  if (nationalNumber) return { ok: true, question: { nationalNumber } }
  if (!listNumber) return { ok: true, question: described }
  const digits = listNumber.replaceAll(/[.\s]/g, '')
  if (!/^\d{1,7}$/.test(digits)) return refused('not-a-list-number')
  return { ok: true, question: { listNumber: Number(digits) } }
}

function placeFrom(form: TypedForm): SearchPlace | undefined {
  const listNumber = Number(form.text('na'))
  const closeness = form.text('nabij') === 'near' ? 'near' : 'exact'
  return Number.isSafeInteger(listNumber) && listNumber > 0 ? { closeness, listNumber } : undefined
}

async function searchPage(
  desk: ElectionDesk,
  { errors = {}, found }: { errors?: FieldErrors; found?: Found } = {},
) {
  if (!(await hasVotersList(desk)))
    return showVotersPage(
      desk,
      { title: texts.title },
      <>
        <VotersViews election={desk.election.code} current="search" />
        <ComesFirst desk={desk} step="list">
          {texts.noList}
        </ComesFirst>
      </>,
    )
  return showVotersPage(
    desk,
    { title: texts.title, errors },
    <>
      <VotersViews election={desk.election.code} current="search" />
      <p class="desk-text">{texts.lead}</p>
      {found && <FoundVoters desk={desk} found={found} />}
      <SearchForm desk={desk} errors={errors} />
      <AddLink desk={desk} />
    </>,
  )
}

function SearchForm({ desk, errors }: { desk: ElectionDesk; errors: FieldErrors }) {
  const { form } = desk
  const typed = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  const { name, street, houseNumber } = longestQuestion
  return (
    <Form csrf={desk.csrf}>
      <TextField {...typed('naam')} label={texts.name} hint={texts.nameHint} type="search" maxlength={name} />
      <TextField
        {...typed('geboren')}
        label={texts.birthDate}
        hint={texts.birthDateHint}
        width={10}
        maxlength={longestDay}
      />
      <TextField {...typed('straat')} label={texts.street} maxlength={street} />
      <TextField {...typed('huisnummer')} label={texts.houseNumber} width={5} maxlength={houseNumber} />
      <h2>{texts.orElse}</h2>
      <TextField
        {...typed('volgnummer')}
        label={texts.listNumber}
        inputmode="numeric"
        width={10}
        maxlength={20}
      />
      <TextField
        {...typed('insz')}
        label={texts.nationalNumber}
        inputmode="numeric"
        width={20}
        maxlength={30}
      />
      <ReasonFields form={form} errors={errors} />
      <Button>{texts.button}</Button>
    </Form>
  )
}
