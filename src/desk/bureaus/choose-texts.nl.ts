import { type ChairChoiceRefusal, type WhyNot, whyNotInDutch } from '../../bureaus/index.ts'
import { because } from './texts.nl.ts'

/** Words of naming people for seats that the chair of a bureau fills. */
export const texts = {
  title: 'Noem wie de voorzitter kiest',
  lead: (seat: string, bureau: string) => `Voor de zitplaats van ${seat.toLowerCase()} in ${bureau}.`,
  own: 'De voorzitter van uw hoofdbureau kiest wie hier zit. Wie u noemt, is meteen aangewezen: er komt geen magistraat aan te pas.',
  told: 'De voorzitter van dit bureau kiest wie hier zit. Schrijf alleen op wat de voorzitter u zei: deze persoon is dan meteen aangewezen.',
  listNumber: 'Nummer op de kiezerslijst',
  listNumberHint: 'Het staat op de oproepingsbrief van deze persoon.',
  lastName: 'Familienaam',
  button: 'Bewaar deze keuze',
  missing: { listNumber: 'Typ het nummer op de kiezerslijst.', lastName: 'Typ de familienaam.' },
}

const byVoter: Readonly<Partial<Record<ChairChoiceRefusal, string>>> = {
  'no-such-voter': 'Op de kiezerslijst staat niemand met dit nummer. Kijk het na.',
  'other-name': 'Het nummer is van iemand anders. Kijk het nummer en de naam na.',
  'not-in-your-power': 'Deze zitplaats vult iemand anders in.',
}

/** Why somebody can't be named; for whom the law keeps out, by which rule. */
export function choiceRefused(code: ChairChoiceRefusal, detail?: string): string {
  if (code === 'may-not-sit')
    return `Deze persoon ${whyNotInDutch[detail as WhyNot]}, en mag niet in een bureau zitten.`
  return byVoter[code] ?? because[code as keyof typeof because]
}
