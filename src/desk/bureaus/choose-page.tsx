import { type Chooser, chooseForSeat, loadBureauRules, mayChoose } from '../../bureaus/index.ts'
import { Button, type FieldErrors, Form, Inset, TextField } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { bureauName, seatName } from './bureau-text.ts'
import { choiceRefused, texts } from './choose-texts.nl.ts'
import { type FoundSeat, seatInAddress } from './seat-in-address.ts'
import { texts as bureauTexts } from './texts.nl.ts'

const longestListNumber = 7

/** As what who is here names people for seats that a chair fills. */
export const chooserOf = ({ granted }: ElectionDesk): Chooser => granted ?? 'municipality'

/** Who sits where the chair of the bureau picks: named by the main bureau itself, or written down as the chair told it. */
export async function showChoose(desk: ElectionDesk) {
  const found = await seatToChoose(desk)
  if (!found) return notFoundPage(desk)
  return choosePage(desk, found, found.seat.isTaken ? { lijstnummer: bureauTexts.propose.taken } : {})
}

function choosePage(desk: ElectionDesk, { bureau, seat }: FoundSeat, errors: FieldErrors) {
  const { form, election } = desk
  const code = election.code
  const trail = [
    { href: paths.bureaus({ election: code }), text: bureauTexts.title },
    { href: paths.bureau({ election: code, number: bureau.number }), text: bureauName(bureau) },
  ]
  const field = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  return showPage(
    desk,
    { title: texts.title, caption: election.name, trail, errors },
    <>
      <p class="desk-lead">{texts.lead(seatName(seat), bureauName(bureau))}</p>
      <Inset>{desk.granted ? texts.own : texts.told}</Inset>
      <Form csrf={desk.csrf}>
        <TextField
          {...{ ...field('lijstnummer'), label: texts.listNumber, hint: texts.listNumberHint }}
          {...{ inputmode: 'numeric', width: 10, maxlength: longestListNumber }}
        />
        <TextField {...field('familienaam')} label={texts.lastName} maxlength={100} />
        <Button>{texts.button}</Button>
      </Form>
    </>,
  )
}

/** Nothing where the seat is not one that who is here may fill. */
async function seatToChoose(desk: ElectionDesk): Promise<FoundSeat | undefined> {
  const found = await seatInAddress(desk)
  if (!found) return undefined
  const { kind, code, district } = found.bureau
  const seat = { kind, code, district, role: found.seat.role }
  return mayChoose(loadBureauRules(desk.election.ruleset), chooserOf(desk), seat) ? found : undefined
}

export async function choose(desk: ElectionDesk) {
  const { election, deps, staff, form } = desk
  const found = await seatToChoose(desk)
  if (!found) return notFoundPage(desk)
  const [typed, lastName] = [form.text('lijstnummer'), form.text('familienaam').slice(0, 100)]
  const isNumber = /^\d{1,7}$/.test(typed)
  if (!isNumber || !lastName)
    return choosePage(desk, found, {
      ...(!isNumber && { lijstnummer: texts.missing.listNumber }),
      ...(!lastName && { familienaam: texts.missing.lastName }),
    })
  const chosen = await chooseForSeat(deps, {
    ...{ election, seatId: found.seat.seatId, listNumber: Number(typed), lastName },
    ...{ chooser: chooserOf(desk), by: staff.staffId },
  })
  if (!chosen.ok) {
    const name = chosen.because === 'other-name' ? 'familienaam' : 'lijstnummer'
    return choosePage(desk, found, { [name]: choiceRefused(chosen.because, chosen.detail) })
  }
  const { number } = found.bureau
  return seeOther(desk, paths.bureau({ election: election.code, number }), 'member-chosen')
}
