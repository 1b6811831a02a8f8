import {
  isFilledByChair,
  type KeptBureau,
  type KeptSeat,
  keptBureaus,
  kindForRules,
  loadBureauRules,
  mayChoose,
  proposeByHand,
} from '../../bureaus/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import { parseNationalNumber } from '../../platform/national-number.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { origins } from './assignment-texts.nl.ts'
import { bureauName, seatName } from './bureau-text.ts'
import { chooserOf } from './choose-page.tsx'
import { because, proposeTexts } from './propose-texts.nl.ts'
import { texts } from './texts.nl.ts'
import { VolunteersForSeat } from './volunteers/volunteers-for-seat.tsx'
import { volunteersOfSeat } from './volunteers/volunteers-of-seat.ts'

const words = texts.propose
/** What only who proposes knows, of a seat that no list fills. */
const { EX_OFFICIO, OTHER } = origins
const told = { EX_OFFICIO, OTHER: { label: OTHER.label } }

export interface Found {
  readonly bureau: KeptBureau
  readonly seat: KeptSeat
}

/** Gives a free seat to a person by hand: as a proposal. */
export async function showPropose(desk: ElectionDesk) {
  const found = await seatOf(desk)
  if (!found) return notFoundPage(desk)
  return proposePage(desk, found, found.seat.isTaken ? { nummer: words.taken } : {})
}

/** Also with what is wrong in the part about volunteers. */
export async function proposePage(desk: ElectionDesk, { bureau, seat }: Found, errors: FieldErrors) {
  const { form, election } = desk
  const volunteers = await inOwnScope(desk, (db) => volunteersOfSeat(db, election, { bureau, seat }))
  const code = election.code
  const trail = [
    { href: paths.bureaus({ election: code }), text: texts.title },
    { href: paths.bureau({ election: code, number: bureau.number }), text: bureauName(bureau) },
  ]
  const field = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  const lead = <p class="desk-lead">{words.lead(seatName(seat), bureauName(bureau))}</p>
  if (isOfChair(desk, { bureau, seat }))
    return showPage(
      desk,
      { title: words.title, caption: election.name, trail, status: 422 },
      <>
        {lead}
        <ChairChooses {...{ desk, bureau, seat }} />
      </>,
    )
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail, errors },
    <>
      {lead}
      <Inset>{words.decides}</Inset>
      <VolunteersForSeat {...{ desk, bureau, seat, volunteers }} />
      <Form csrf={desk.csrf}>
        <TextField
          {...field('nummer')}
          {...{
            label: words.nationalNumber,
            hint: words.nationalNumberHint,
            inputmode: 'numeric',
            width: 20,
          }}
          maxlength={20}
        />
        <TextField {...field('familienaam')} label={words.lastName} maxlength={100} />
        <TextField
          {...field('voornamen')}
          {...{ label: words.firstNames, hint: words.firstNamesHint, maxlength: 100 }}
        />
        {asksOrigin({ bureau, seat }) ? (
          <Radios
            {...field('herkomst')}
            label={words.origin}
            choices={Object.entries(told).map(([value, choice]) => ({ value, ...choice }))}
          />
        ) : (
          <p>{proposeTexts.fromLists}</p>
        )}
        <Button>{words.button}</Button>
      </Form>
    </>,
  )
}

/** Whether no list says how somebody comes to this seat. */
function asksOrigin({ bureau }: Found): boolean {
  return kindForRules(bureau) === undefined
}

function isOfChair({ election }: ElectionDesk, { bureau, seat }: Found): boolean {
  return isFilledByChair(loadBureauRules(election.ruleset), bureau.kind, seat.role)
}

/** Why nobody is proposed for this seat, and where its chair is asked when that is for who is here. */
function ChairChooses({ desk, bureau, seat }: Found & { readonly desk: ElectionDesk }) {
  const { kind, code, district, number } = bureau
  const rules = loadBureauRules(desk.election.ruleset)
  const asked = { kind, code, district, role: seat.role }
  const isTheirs = may(desk, 'bureaus.choose') && mayChoose(rules, chooserOf(desk), asked)
  const address = paths.chooseForSeat({ election: desk.election.code, number, seat: seat.seatId })
  return (
    <>
      <Warning>{isTheirs ? proposeTexts.chairChooses : proposeTexts.mainBureauChooses}</Warning>
      {isTheirs && (
        <p>
          <a href={address}>{proposeTexts.toChoice}</a>
        </p>
      )}
    </>
  )
}

export async function seatOf(desk: ElectionDesk): Promise<Found | undefined> {
  const { req } = desk.context
  const kept = await inOwnScope(desk, (db) => keptBureaus(db, desk.election))
  const bureau = kept.find(({ number }) => number === req.param('number'))
  const seat = bureau?.seats.find(({ seatId }) => seatId === req.param('seat'))
  return bureau && seat && { bureau, seat }
}

/** Proposes the person who was typed. Nobody is recorded who can't be proposed. */
export async function propose(desk: ElectionDesk) {
  const { election, deps, staff, form } = desk
  const found = await seatOf(desk)
  if (!found) return notFoundPage(desk)
  if (isOfChair(desk, found)) return proposePage(desk, found, {})
  const number = parseNationalNumber(form.text('nummer'), { ...deps.numbers, today: deps.clock.now() })
  const [lastName, firstNames] = [
    form.text('familienaam').slice(0, 100),
    form.text('voornamen').slice(0, 100),
  ]
  const origin = form.text('herkomst')
  const errors: FieldErrors = {
    ...(!number.ok && { nummer: words.byNumber[number.because] }),
    ...(!lastName && { familienaam: words.missing.lastName }),
    ...(asksOrigin(found) && !Object.hasOwn(told, origin) && { herkomst: words.missing.origin }),
  }
  if (!number.ok || Object.keys(errors).length > 0) return proposePage(desk, found, errors)
  if (found.seat.isTaken) return proposePage(desk, found, { nummer: because['seat-taken'] })
  const proposed = await proposeByHand(deps, {
    ...{ election, seatId: found.seat.seatId, by: staff.staffId },
    person: { nationalNumber: number.number, lastName, firstNames },
    ...(Object.hasOwn(told, origin) && { origin: origin as keyof typeof told }),
  })
  if (!proposed.ok) {
    const said =
      proposed.because === 'may-not-sit'
        ? proposeTexts.mayNotSit(proposed.detail ?? '')
        : because[proposed.because]
    return proposePage(desk, found, { nummer: said })
  }
  const { number: bureau } = found.bureau
  return seeOther(desk, paths.bureau({ election: election.code, number: bureau }), 'member-proposed')
}
