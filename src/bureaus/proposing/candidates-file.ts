import { z } from 'zod'
import { checkDocument, type DocumentFault, type NotValid, notValid } from '../../platform/document.ts'
import {
  type NationalNumber,
  type NationalNumberRules,
  parseNationalNumber,
} from '../../platform/national-number.ts'

const point = z.strictObject({ latitude: z.number(), longitude: z.number() })

const address = z.strictObject({
  street: z.string().min(1).max(100),
  houseNumber: z.string().max(20).default(''),
  box: z.string().max(20).optional(),
  postcode: z.string().min(1).max(20),
  city: z.string().min(1).max(100),
})

/** What is left out is as the lists have it; what is given has to be so too. */
const candidate = z.strictObject({
  nationalNumber: z.string().describe('give the national number, eleven digits'),
  lastName: z.string().min(1).max(100).describe('give the last name'),
  firstNames: z.string().max(100).default('').describe('give the first names, or leave them out'),
  birthDate: z.iso.date().optional().describe('give the day of birth as yyyy-mm-dd, or leave it out'),
  address: address.optional().describe('give street, houseNumber, box, postcode and city, or leave it out'),
  list: z.enum(['A', 'B', 'OTHER']).optional().describe('give the list: A, B or OTHER, or leave it out'),
  category: z.string().optional().describe('give the category of list A as the ruleset names it'),
  order: z.int().optional().describe('give the place on the roll of the category, a whole number'),
  drawRank: z.int().min(1).optional().describe('give the place in the order of the draw, from 1'),
  section: z.int().min(1).optional().describe('give the section where this person votes'),
  votesHere: z.boolean().optional().describe('say whether this person votes in the municipality'),
  belgian: z.boolean().optional().describe('say whether this person is Belgian'),
  candidate: z.boolean().default(false).describe('say whether this person stands for election'),
  home: point.optional().describe('give latitude and longitude of the home, or leave them out'),
  household: z.string().max(100).optional().describe('give the same text to who lives at the same address'),
  experienced: z.boolean().optional().describe('say whether this person sat in a bureau before'),
})

const candidates = z.array(candidate).min(1).max(50_000)

/** Somebody who may be given a seat, by the lists and the draw. */
export type Candidate = Omit<z.infer<typeof candidate>, 'nationalNumber'> & {
  readonly nationalNumber: NationalNumber
}

/** Reads a list of candidates, and answers every fault; a number is never quoted. */
export function readCandidates(
  document: unknown,
  rules: NationalNumberRules,
): { readonly ok: true; readonly candidates: readonly Candidate[] } | NotValid {
  const checked = checkDocument(candidates, document)
  if (!checked.ok) return checked
  const faults: DocumentFault[] = []
  const seen = new Set<string>()
  const read = checked.value.flatMap((one, at) => {
    const parsed = parseNationalNumber(one.nationalNumber, rules)
    const path = `${at}.nationalNumber`
    if (!parsed.ok) {
      faults.push({ path, wrong: `is no national number (${parsed.because})`, remedy: 'Check every digit' })
      return []
    }
    if (seen.size === seen.add(parsed.number).size)
      faults.push({ path, wrong: 'is that of somebody before', remedy: 'Name everybody once' })
    return [{ ...one, nationalNumber: parsed.number }]
  })
  return faults.length > 0 ? notValid(faults) : { ok: true, candidates: read }
}
