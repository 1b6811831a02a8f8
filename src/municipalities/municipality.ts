import type { Address } from '../platform/address.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Language } from '../platform/language.ts'

/** The tenant as the directory knows it. */
export interface Municipality {
  readonly municipalityId: MunicipalityId
  readonly slug: string
  readonly name: string
  readonly nisCode: string
  readonly enterpriseNumber: string
}

/**
 * Which language law gives a voter (coordinated language laws of 18 July 1966): `nl` an ordinary Flemish
 * municipality, `rand` one of the six around Brussels (art. 7), `taalgrens` one on the language border (art. 8).
 */
export const languageRegimes = ['nl', 'rand', 'taalgrens'] as const
export type LanguageRegime = (typeof languageRegimes)[number]

/** Whether language law lets voters of such a municipality ask for French; a ruleset says whether a letter may be. */
export function mayAskForFrench(regime: LanguageRegime): boolean {
  return regime !== 'nl'
}

export const eboxRoutes = ['federal-v3', 'federal-v2', 'magda'] as const

/** The one file that a municipality is. Texts that reach a voter are Dutch. */
export interface MunicipalitySettings {
  readonly name: string
  readonly slug: string
  readonly nisCode: string
  readonly enterpriseNumber: string
  readonly languageRegime: LanguageRegime
  /** Names of the districts, in a city that elects district councils. */
  readonly districts?: readonly string[] | undefined
  /** All its postcodes; absent: a list of voters is held against those of its polling places. */
  readonly postcodes?: readonly string[] | undefined
  readonly contact: {
    readonly department: string
    readonly address: Address
    readonly phone: string
    readonly email: string
    readonly website: string
  }
  readonly duplicateDesk: {
    readonly place: string
    readonly address: Address
    readonly hours: readonly string[]
  }
  /** What its letters say besides, a line each: where one parks, which bus, what road is broken up. Absent: nothing. */
  readonly practicalInfo?: readonly string[] | undefined
  /** Coat of arms as SVG text, checked: shapes only, nothing from outside. */
  readonly arms?: string | undefined
  /** Colours of its pages, checked: text in them can be read. Absent: those of Flanders. */
  readonly theme?: { readonly colour: string; readonly line?: string | undefined } | undefined
  readonly sender: { readonly signedBy: readonly string[] }
  /** In which languages its pages for citizens can be read, always Dutch as well; absent: in all. */
  readonly pageLanguages?: readonly Language[] | undefined
  /** What its notices for citizens say beside the rest of this file; absent: the pages say that it is not known yet. */
  readonly notices?: NoticeSettings | undefined
  /** When a citizen who asked for it is reminded by mail of a letter that was not opened; absent: as the program has it. */
  readonly reminder?: { readonly daysBefore: number } | undefined
  /** In which parts polling day is divided to advise each voter when to come; absent: it advises nothing. */
  readonly advisedHour?: AdvisedHourSettings | undefined
  /** What its French letters say in place of the Dutch; only where a voter may ask for French. */
  readonly french?: FrenchSettings | undefined
  readonly ebox: EboxSettings
  /** Its letters leave with its electronic seal; absent: without. */
  readonly seal?: SealSettings | undefined
}

export const slotLengths = [15, 20, 30, 60] as const

/** `from` and `until` as `HH:MM`; absent: from opening to closing. */
export interface AdvisedHourSettings {
  readonly slotMinutes: (typeof slotLengths)[number]
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Where the operator keeps what the municipality seals with. */
export interface SealSettings {
  readonly certificateFile: string
  readonly privateKeyFile: string
}

export const accessibilityStatuses = ['full', 'partial', 'none'] as const
export type AccessibilityStatus = (typeof accessibilityStatuses)[number]
export const assessors = ['self', 'others'] as const

/** For the privacy notice, and for the accessibility statement of the citizen's pages. */
export interface NoticeSettings {
  /** E-mail address of its data protection officer. */
  readonly dataProtectionOfficer?: string | undefined
  readonly accessibility?:
    | {
        readonly status: AccessibilityStatus
        /** `yyyy-mm-dd`. */
        readonly assessedOn: string
        readonly assessedBy: (typeof assessors)[number]
        /** What does not meet the norm, and why: a line each. */
        readonly limits?: readonly string[] | undefined
      }
    | undefined
}

/** The municipality's own block in French. What is absent is as in Dutch. */
export interface FrenchSettings {
  /** The municipality's French name, where it has one. */
  readonly name?: string | undefined
  readonly department: string
  readonly address?: Address | undefined
  readonly duplicateDesk: {
    readonly place: string
    readonly address?: Address | undefined
    readonly hours: readonly string[]
  }
  /** There when the Dutch is there: who reads French is told as much. */
  readonly practicalInfo?: readonly string[] | undefined
  readonly signedBy: readonly string[]
}

/** What the municipality says of itself in a language: its French block over the Dutch. Throws when it has none. */
export function settingsIn(settings: MunicipalitySettings, language: 'nl' | 'fr'): MunicipalitySettings {
  if (language === 'nl') return settings
  const { french, contact, duplicateDesk, sender } = settings
  if (!french) throw new Error(`${settings.slug} has no French`)
  const { department, address = contact.address, practicalInfo, signedBy } = french
  const { place, hours, address: deskAddress = duplicateDesk.address } = french.duplicateDesk
  return {
    ...settings,
    name: french.name ?? settings.name,
    contact: { ...contact, department, address },
    duplicateDesk: { place, hours, address: deskAddress },
    practicalInfo,
    sender: { ...sender, signedBy },
  }
}

/** What is absent follows the installation's own settings. */
export interface EboxSettings {
  readonly senderApplicationId: string
  readonly messageTypeId: string
  readonly api?: (typeof eboxRoutes)[number] | undefined
  readonly baseUrl?: string | undefined
  readonly tokenUrl?: string | undefined
  readonly clientId?: string | undefined
  readonly privateKeyFile?: string | undefined
  /** The installation's operator sends in this municipality's name. */
  readonly onBehalfOf?: boolean | undefined
  /** Whether it asks which letters were opened; absent: as the installation. */
  readonly readStatus?: boolean | undefined
  /** Where it asks who has an e-Box in use; absent: as the installation. */
  readonly consentUrl?: string | undefined
  /** Letters of this municipality on their way at once, and a second, over all processes. */
  readonly limits?:
    | { readonly concurrency?: number | undefined; readonly ratePerSecond?: number | undefined }
    | undefined
}
