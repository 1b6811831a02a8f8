import type { FileFault, FileRule, JsonKind } from '../../municipalities/index.ts'
import { texts as letterTexts } from '../letters/own-texts.nl.ts'
import { drawingText } from './drawing-texts.nl.ts'
import { formTexts } from './form-texts.nl.ts'
import { fieldOf } from './municipality-fields.ts'

/** What is wrong in a place of a file and what to do, in Dutch: the one place where its check speaks it. */
export interface ToldFault {
  readonly path: string
  readonly wrong: string
  readonly remedy: string
}

const kinds: Readonly<Record<JsonKind, string>> = {
  text: 'tekst tussen aanhalingstekens',
  number: 'een getal zonder aanhalingstekens',
  'whole-number': 'een geheel getal zonder aanhalingstekens',
  'yes-or-no': 'true of false, zonder aanhalingstekens',
  group: 'een groep velden tussen { en }',
  list: 'een lijst tussen [ en ]',
  nothing: 'niets (null)',
}

const rules: Readonly<
  Record<Exclude<FileRule, 'drawing' | 'faint-colour'>, Pick<ToldFault, 'wrong' | 'remedy'>>
> = {
  'belgian-postcode': {
    wrong: 'Dit is geen Belgische postcode.',
    remedy: letterTexts.faults.forms.postcode!,
  },
  'enterprise-number': {
    wrong: 'Dit is geen ondernemingsnummer: de lengte of de controlecijfers kloppen niet.',
    remedy: 'Schrijf tien cijfers zonder punten; de laatste twee moeten bij de andere passen.',
  },
  'district-twice': { wrong: 'Een district staat er twee keer.', remedy: formTexts.wrong.districts! },
  'postcode-twice': { wrong: 'Een postcode staat er twee keer.', remedy: formTexts.wrong.postcodes! },
  'language-twice': { wrong: 'Een taal staat er twee keer.', remedy: 'Noem elke taal één keer.' },
  'without-dutch': { wrong: 'Nederlands ontbreekt.', remedy: 'Zet "nl" in de lijst.' },
  'without-french': {
    wrong: 'Frans ontbreekt: in een gemeente van dit taalstelsel mag een kiezer Frans vragen.',
    remedy: 'Zet "fr" in de lijst.',
  },
  'no-day': {
    wrong: 'Dit is geen dag van de kalender.',
    remedy: 'Schrijf de dag als jaar-maand-dag, zoals 2029-05-02.',
  },
  'says-nothing': { wrong: 'Hier staat niets in.', remedy: 'Vul het aan, of haal het hele veld weg.' },
  'key-itself': {
    wrong: 'Hier staat een sleutel zelf. Die hoort nooit in het bestand.',
    remedy: 'Zet de sleutel op de server en schrijf alleen waar het bestand staat.',
  },
  'french-missing': {
    wrong: 'De Franse teksten ontbreken: in een gemeente van dit taalstelsel mag een kiezer Frans vragen.',
    remedy: 'Voeg het veld “french” toe, met de Franse teksten.',
  },
  'french-too-much': {
    wrong: 'In een gewone Vlaamse gemeente is geen brief Frans.',
    remedy: 'Haal het veld “french” weg, of kies een ander taalstelsel.',
  },
  'other-language-missing': {
    wrong: 'De praktische informatie staat maar in één taal.',
    remedy: letterTexts.faults.forms.practicalInfo!,
  },
}

const listed = (names: readonly string[]) => names.join(', ')
const characters = (count: number) => (count === 1 ? '1 teken' : `${count} tekens`)
const items = (count: number) => (count === 1 ? '1 regel' : `${count} regels`)

/** The sentence of a fault of a municipality file, by what is wrong and by the field in which. */
export function told(fault: FileFault): ToldFault {
  return toldIn(fault, remedyOf(fault.path))
}

/** The same of any file. `own`: how the field is written, where that is known. */
export function toldIn(fault: FileFault, own: string | undefined): ToldFault {
  return { path: fault.path, ...sentences(fault, own) }
}

function sentences(fault: FileFault, own: string | undefined): Pick<ToldFault, 'wrong' | 'remedy'> {
  switch (fault.because) {
    case 'missing': {
      const name = fault.path.split('.').at(-1)
      const inside = fault.needed.length > 0 ? `, met daarin: ${listed(fault.needed)}` : ''
      return {
        wrong: 'Dit ontbreekt.',
        remedy: [`Voeg het veld “${name}” toe${inside}.`, own].filter(Boolean).join(' '),
      }
    }
    case 'empty':
      return { wrong: 'Dit is leeg.', remedy: own ?? 'Vul het in.' }
    case 'wrong-kind':
      return {
        wrong: `Hier hoort ${kinds[fault.expected]}. Er staat ${kinds[fault.found]}.`,
        remedy: own ?? `Schrijf hier ${kinds[fault.expected]}.`,
      }
    case 'not-one-of':
      return { wrong: 'Dit kan hier niet staan.', remedy: `Kies een van deze: ${listed(fault.allowed)}.` }
    case 'too-long':
      return {
        wrong: `Dit is te lang: ${characters(fault.has)}.`,
        remedy: `Kort het in tot hoogstens ${characters(fault.most)}.`,
      }
    case 'too-many':
      return {
        wrong: `Dit is te veel: ${items(fault.has)}.`,
        remedy: `Houd er hoogstens ${fault.most} over.`,
      }
    case 'too-small':
      return { wrong: 'Dit getal is te klein.', remedy: own ?? `Schrijf een getal vanaf ${fault.bound}.` }
    case 'too-big':
      return { wrong: 'Dit getal is te groot.', remedy: own ?? `Schrijf een getal tot ${fault.bound}.` }
    case 'unprintable':
      return {
        wrong: `Hier staat wat niet op een brief kan: ${[...fault.characters].map(shown).join(', ')}.`,
        remedy: 'Haal het weg, of schrijf het anders.',
      }
    case 'wrong-form':
      return {
        wrong: 'Dit is niet goed geschreven.',
        remedy: own ?? 'Kijk in de documentatie hoe dit veld eruitziet.',
      }
    case 'unknown-field':
      return {
        wrong: 'Dit veld bestaat niet.',
        remedy: `Haal het weg, of verbeter de spelling. Hier mogen: ${listed(fault.known)}.`,
      }
    case 'rule':
      if (fault.rule === 'drawing') return drawingText(fault.drawing!)
      if (fault.rule === 'faint-colour')
        return {
          wrong: 'Tekst in deze kleur is niet goed leesbaar.',
          remedy: `Kies een donkerdere kleur. De dichtste kleur die wel kan, is ${fault.nearest}.`,
        }
      return rules[fault.rule]
  }
}

/** What can't be seen is told by its number only. */
function shown(character: string): string {
  const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}]/u.test(character) ? code : `“${character}” (${code})`
}

const country = 'Schrijf de landcode in twee hoofdletters, zoals FR, en alleen voor een adres buiten België.'

/** How a field is written, as the form says it too. */
function remedyOf(path: string): string | undefined {
  const field = path.replace(/\.\d+$/, '')
  const last = field.split('.').at(-1)!
  if (last === 'country') return country
  const { wrong } = formTexts
  return wrong[field] && !isOfKeys(field)
    ? wrong[field]
    : (letterTexts.faults.forms[last] ?? fieldOf(field)?.hint)
}

/** The form's sentence there is of a key that was pasted. */
function isOfKeys(field: string): boolean {
  return field.startsWith('seal.') || field === 'ebox.privateKeyFile'
}

/** What a text that is no JSON has wrong: the whole of it, or from where it can't be read on. */
export function toldOfNoJson(text: string, error: string, of = 'de gemeente'): ToldFault {
  return { path: '', ...noJson(text, error, of) }
}

function noJson(text: string, error: string, of: string): Pick<ToldFault, 'wrong' | 'remedy'> {
  if (text.trim() === '') return { wrong: 'Het bestand is leeg.', remedy: `Kies het bestand van ${of}.` }
  if (text.trimStart().startsWith('<'))
    return {
      wrong: 'Dit is een webpagina of een XML-bestand, geen JSON.',
      remedy: `Kies het bestand van ${of}, waarvan de naam eindigt op .json.`,
    }
  if (text.startsWith('PK'))
    return {
      wrong: 'Dit is een ZIP- of Office-bestand, geen JSON.',
      remedy: `Kies het bestand van ${of}, waarvan de naam eindigt op .json.`,
    }
  const [, at] = /at position (\d+)/.exec(error) ?? []
  return { wrong: whereNoJson(text, at === undefined ? undefined : Number(at), error), remedy: mend }
}

const mend =
  'Kijk daar de aanhalingstekens, komma’s en haakjes na. Of maak het bestand opnieuw met het formulier.'

function whereNoJson(text: string, at: number | undefined, error: string): string {
  const isAtEnd = at === undefined ? /end of JSON/i.test(error) : at >= text.trimEnd().length
  if (isAtEnd) return 'Het bestand houdt te vroeg op: er ontbreekt een } of een aanhalingsteken.'
  if (at === undefined) return 'Dit bestand is geen JSON.'
  const before = text.slice(0, at).split('\n')
  return `Vanaf regel ${before.length}, teken ${before.at(-1)!.length + 1} is dit geen JSON.`
}
