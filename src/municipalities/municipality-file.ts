import { z } from 'zod'
import { type Address, isAbroad, isBelgianPostcode } from '../platform/address.ts'
import { isDay } from '../platform/dates.ts'
import { checkDocument, type NotValid } from '../platform/document.ts'
import { isEnterpriseNumber } from '../platform/enterprise-number.ts'
import { languages } from '../platform/language.ts'
import { contrastOnPages, isReadable, leastContrast, nearestReadable } from '../platform/theme.ts'
import { advisedHour } from './advised-hour-file.ts'
import { breakRule, rule } from './file-rules.ts'
import {
  accessibilityStatuses,
  assessors,
  eboxRoutes,
  languageRegimes,
  type MunicipalitySettings,
} from './municipality.ts'
import { printedLine } from './printed-line.ts'
import { svgFaults, svgFaultText } from './svg-safety.ts'
import { refuseNoFrenchPages, refuseOneLanguage, refuseWrongFrench } from './two-languages.ts'

const line = (max: number) => z.string().trim().min(1).max(max)
const slug = /^[a-z][a-z0-9-]{1,62}$/

const address = z
  .strictObject({
    street: printedLine(50).describe('street, without the number'),
    houseNumber: printedLine(12).describe('house number as text, "12" or "12A"'),
    box: printedLine(12).optional().describe('box (bus), only where there is one'),
    postcode: printedLine(12).describe('postcode of four digits, as text'),
    city: printedLine(30).describe('city or village'),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .describe('ISO 3166 country code, only outside Belgium'),
  })
  .refine((value: Address) => isAbroad(value) || isBelgianPostcode(value.postcode), {
    path: ['postcode'],
    ...rule('belgian-postcode'),
  })

const contact = z.strictObject({
  department: printedLine(60).describe(
    'department that answers questions on the letter, such as "Burgerzaken"',
  ),
  address: address.describe('visiting address of that department'),
  phone: z
    .string()
    .regex(/^\+?[0-9 ()/.-]{6,25}$/)
    .describe('phone number as people read it'),
  email: z.email().max(60).describe('e-mail address of that department'),
  website: z
    .url({ protocol: /^https$/ })
    .max(80)
    .describe('website of the municipality, starting with https://'),
})

const duplicateDesk = z.strictObject({
  place: printedLine(60).describe(
    'where a voter gets a duplicate, such as "Gemeentehuis, loket Burgerzaken"',
  ),
  address: address.describe('address of that desk'),
  hours: z
    .array(printedLine(80).describe('one line of opening hours in Dutch'))
    .min(1)
    .max(6)
    .describe('opening hours in Dutch, a line each, with the hours of polling day'),
})

/** What a letter has room for in a language, beside all else that is as long as it may be. */
const practicalInfo = (language: 'Dutch' | 'French') =>
  z
    .array(printedLine(90).describe(`one line in ${language}`))
    .min(1)
    .max(4)
    .optional()
    .describe(
      `what the letter says besides in ${language}, a line each: where one parks, which bus; absent: nothing`,
    )

const french = z.strictObject({
  name: printedLine(40).optional().describe('French name of the municipality, where it has one'),
  department: printedLine(50).describe('name in French of the department that answers questions'),
  address: address.optional().describe('its address in French; absent: as in Dutch'),
  duplicateDesk: z
    .strictObject({
      place: printedLine(50).describe('where a voter gets a duplicate, in French'),
      address: address.optional().describe('address of that desk in French; absent: as in Dutch'),
      hours: z
        .array(printedLine(70).describe('one line of opening hours in French'))
        .min(1)
        .max(4)
        .describe('the same opening hours in French, a line each'),
    })
    .describe('the desk for duplicates, in French'),
  practicalInfo: practicalInfo('French'),
  signedBy: z
    .array(printedLine(60).describe('one line of the signature in French'))
    .min(1)
    .max(4)
    .describe('lines under the letter in French: in whose name, then who signs'),
})

const colour = z.string().regex(/^#[0-9a-f]{6}$/)

const theme = z.strictObject({
  colour: colour
    .superRefine(refuseFaintColour)
    .describe('colour of links and buttons on its pages, such as "#0055cc": text has to read in it'),
  line: colour.optional().describe('colour of the line under its name, such as "#ffe615"'),
})

const accessibility = z.strictObject({
  status: z
    .enum(accessibilityStatuses)
    .describe('how far its pages meet the norm: "full", "partial" or "none"'),
  assessedOn: z.string().refine(isDay, rule('no-day')).describe('day of the assessment, as "2029-05-02"'),
  assessedBy: z.enum(assessors).describe('"self", or "others" for an assessment by a third party'),
  limits: z
    .array(line(300).describe('what does not meet the norm, and why'))
    .min(1)
    .max(20)
    .optional()
    .describe('parts that do not meet the norm, a line each, in Dutch'),
})

const notices = z
  .strictObject({
    dataProtectionOfficer: z
      .email()
      .max(60)
      .optional()
      .describe('e-mail address of its data protection officer'),
    accessibility: accessibility.optional().describe('the last assessment of its pages for citizens'),
  })
  .refine((said) => Object.keys(said).length > 0, rule('says-nothing'))

const keyFile = line(300).refine((path) => !path.includes('PRIVATE KEY'), rule('key-itself'))

const ebox = z.strictObject({
  senderApplicationId: z
    .string()
    .regex(/^[\w.:-]{3,100}$/)
    .describe('sender application registered with the e-Box, such as "kiesloket:verkiezing:brieven"'),
  messageTypeId: z
    .string()
    .regex(/^[\w.:-]{2,50}$/)
    .describe('message type registered with the e-Box for election letters'),
  api: z.enum(eboxRoutes).optional().describe("route to the e-Box; absent: the installation's"),
  baseUrl: z.url().max(200).optional().describe("address of that API; absent: the installation's"),
  tokenUrl: z.url().max(200).optional().describe("its token endpoint; absent: the installation's"),
  clientId: line(100).optional().describe('client id, where the municipality sends under its own identity'),
  privateKeyFile: keyFile.optional().describe('file with the private key of that client'),
  onBehalfOf: z.boolean().optional().describe('true: the operator of the installation sends in its name'),
  readStatus: z
    .boolean()
    .optional()
    .describe("true: it asks which letters were opened; absent: the installation's"),
  consentUrl: z
    .url()
    .max(200)
    .optional()
    .describe("address where it asks who has an e-Box in use; absent: the installation's"),
  limits: z
    .strictObject({
      concurrency: z.int().min(1).max(1000).optional().describe('most letters on their way at once'),
      ratePerSecond: z.number().min(0.01).max(10_000).optional().describe('most letters a second'),
    })
    .optional()
    .describe("what this municipality keeps itself to, within the installation's own limits"),
})

const seal = z.strictObject({
  certificateFile: keyFile.describe(
    "file with the certificate of the municipality's seal in PEM, and behind it those that issued it",
  ),
  privateKeyFile: keyFile.describe(
    'file with the private key of that certificate (P-256, or RSA from 2048 bits)',
  ),
})

/** The municipality file; published as `docs/schemas/municipality.schema.json`. */
export const municipalitySchema: z.ZodType<MunicipalitySettings> = z
  .strictObject({
    name: printedLine(40).describe('name of the municipality'),
    slug: z
      .string()
      .regex(slug)
      .describe('short name for commands and folders: a-z, 0-9 and -, starting with a letter'),
    nisCode: z
      .string()
      .regex(/^[1-9][0-9]{4}$/)
      .describe('NIS code of the municipality, five digits, as text'),
    enterpriseNumber: z
      .string()
      .refine(isEnterpriseNumber, rule('enterprise-number'))
      .describe('enterprise number (KBO), ten digits without dots, as text'),
    languageRegime: z
      .enum(languageRegimes)
      .describe('"nl", "rand" (around Brussels) or "taalgrens" (language border)'),
    districts: z
      .array(line(60).describe('name of a district, as it stands on the letter'))
      .min(1)
      .refine((names) => new Set(names).size === names.length, rule('district-twice'))
      .optional()
      .describe('its districts, only in a city that elects district councils'),
    postcodes: z
      .array(
        z
          .string()
          .refine(isBelgianPostcode, rule('belgian-postcode'))
          .describe('a postcode of four digits, as text'),
      )
      .min(1)
      .max(100)
      .refine((codes) => new Set(codes).size === codes.length, rule('postcode-twice'))
      .optional()
      .describe('all postcodes of the municipality, such as ["9999"]: a voter in another one is told of'),
    contact: contact.describe('who answers questions on the letter'),
    duplicateDesk: duplicateDesk.describe('where and when a voter gets a duplicate'),
    practicalInfo: practicalInfo('Dutch'),
    arms: z
      .string()
      .superRefine(refuseUnsafeArms)
      .optional()
      .describe('coat of arms: the text of an SVG file with shapes only'),
    theme: theme.optional().describe('colours of its pages; absent: those of Flanders'),
    sender: z
      .strictObject({
        signedBy: z
          .array(printedLine(70).describe('one line of the signature'))
          .min(1)
          .max(4)
          .describe('lines under the letter: in whose name, then who signs'),
      })
      .describe('who sends the letter: by law the college of mayor and aldermen'),
    pageLanguages: z
      .array(z.enum(languages).describe('"nl", "fr", "de" or "en"'))
      .refine((all) => all.includes('nl'), rule('without-dutch'))
      .refine((all) => new Set(all).size === all.length, rule('language-twice'))
      .optional()
      .describe('languages in which its pages for citizens can be read, Dutch among them; absent: all four'),
    notices: notices
      .optional()
      .describe('for the privacy notice and the accessibility statement of its pages for citizens'),
    reminder: z
      .strictObject({
        daysBefore: z.number().int().min(1).max(30).describe('so many days before polling day, from 1 to 30'),
      })
      .optional()
      .describe('when who asked for mail is reminded of a letter that was not opened; absent: 5 days before'),
    advisedHour: advisedHour
      .optional()
      .describe(
        'at which part of polling day each voter is advised to come, on the pages for citizens; absent: none',
      ),
    french: french
      .optional()
      .describe('the block of the municipality in French, for "rand" and "taalgrens" and nobody else'),
    ebox: ebox.describe('how the municipality sends to the e-Box'),
    seal: seal
      .optional()
      .describe('its electronic seal on the PDF of each letter; absent: letters have none'),
  })
  .superRefine(refuseWrongFrench)
  .superRefine(refuseOneLanguage)
  .superRefine(refuseNoFrenchPages)
  .describe('A municipality in Kiesloket: all that is needed to let it send election letters.')

function refuseUnsafeArms(svg: string, context: z.core.$RefinementCtx<string>): void {
  for (const drawing of svgFaults(svg))
    breakRule(context, { rule: 'drawing', message: svgFaultText(drawing), drawing })
}

function refuseFaintColour(typed: string, context: z.core.$RefinementCtx<string>): void {
  if (!/^#[0-9a-f]{6}$/.test(typed) || isReadable(typed)) return
  const has = contrastOnPages(typed).toFixed(2)
  const nearest = nearestReadable(typed)
  const message = `has a contrast of ${has}, and text needs ${leastContrast}: the nearest is ${nearest}`
  breakRule(context, { rule: 'faint-colour', message, nearest })
}

/** Checks a municipality file and answers every fault at once. */
export function checkMunicipalityFile(
  document: unknown,
): { ok: true; value: MunicipalitySettings } | NotValid {
  return checkDocument(municipalitySchema, document)
}
