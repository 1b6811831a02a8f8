import type { HandRefusal, ProposalRemark, WhyNot } from '../../bureaus/index.ts'
import { because as becauseOfStep } from './texts.nl.ts'

/** Why somebody who was typed can't be proposed, and what who signs has to know. */
const whyNot: Readonly<Record<WhyNot, string>> = {
  candidate: 'is kandidaat bij de verkiezing',
  'no-voter': 'staat niet op de kiezerslijst van deze gemeente',
  struck: 'is geschrapt van de kiezerslijst',
  nationality: 'is geen Belg',
  age: 'is te jong op de dag van de verkiezing',
}

export const because: Readonly<Record<HandRefusal, string>> = {
  ...becauseOfStep,
  'may-not-sit': 'Deze persoon mag hier niet zitten.',
  'other-name': 'Bij dit rijksregisternummer hoort een andere naam. Kijk het nummer en de naam na.',
  'not-on-its-lists': 'Deze zitplaats is voor wie op de lijst staat. Deze persoon staat er niet op.',
  'origin-missing': 'Kies hoe u bij deze persoon komt.',
}

export const proposeTexts = {
  mayNotSit: (codes: string) =>
    `Deze persoon mag niet in een bureau zitten: ${codes
      .split(',')
      .map((code) => whyNot[code as WhyNot])
      .join(', ')}.`,
  fromLists: 'Op welke lijst deze persoon staat, kijkt het programma zelf na. De naam komt van die lijst.',
  chairChooses:
    'De voorzitter van dit bureau kiest wie hier zit: u draagt niemand voor. Vraag de voorzitter wie het wordt, en schrijf dat op.',
  mainBureauChooses:
    'De voorzitter van dit hoofdbureau kiest wie hier zit: u draagt niemand voor. Wie voor het hoofdbureau aanmeldt, noemt die persoon zelf.',
  toChoice: 'Noem wie de voorzitter kiest',
  remark: 'Let op',
  remarks: {
    'not-on-voters-list':
      'Staat niet op de kiezerslijst van deze gemeente: ga na of deze persoon elders in het gebied kiest.',
    'lists-first': 'Staat op geen lijst voor deze zitplaats, en de lijsten zijn nog niet op.',
    'not-next': 'Is niet de eerste die aan de beurt is.',
  } satisfies Readonly<Record<ProposalRemark, string>>,
} as const

/** Of who is proposed or designated, and may not sit any more. */
export const keptOutTexts = {
  title: 'Wie niet meer mag zitten',
  lead: 'De lijsten veranderden nadat deze mensen voorgedragen of aangewezen waren. Wie nog geen oproep kreeg, krijgt er ook geen. Een voordracht trekt u in; een aanwijzing trekt de magistraat in.',
  line: (seat: string, bureau: string, code: WhyNot) => `${seat}, ${bureau}: ${whyNot[code]}`,
  more: (count: number) => `En nog ${count}.`,
  mayNot: (code: WhyNot) => `Mag niet meer zitten: ${whyNot[code]}.`,
  revoke: {
    title: 'Aanwijzing intrekken',
    lead: 'De zitplaats komt vrij, en wie volgt op de lijst wordt meteen voorgedragen. Wie al opgeroepen was, krijgt een brief met de reden: komen hoeft niet meer.',
    reason: 'Waarom trekt u de aanwijzing in?',
    reasonHint:
      'De gemeente leest dit, en het staat in de brief. Schrijf niets over gezondheid en geen rijksregisternummer.',
    withoutLetter: { label: 'Brief', choice: 'Stuur geen brief' },
    withoutLetterHint: 'Bijvoorbeeld omdat deze persoon overleden is.',
    button: 'Trek de aanwijzing in',
  },
} as const

/** What was told with a proposal, and what keeps somebody out since, in words. */
export function remarksText(remarks: readonly ProposalRemark[], keptOut?: WhyNot): string {
  const out = keptOut ? [keptOutTexts.mayNot(keptOut)] : []
  return [...out, ...remarks.map((code) => proposeTexts.remarks[code])].join(' ')
}
