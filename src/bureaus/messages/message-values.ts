import { type Election, electionName } from '../../elections/index.ts'
import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import { longDate } from '../../platform/dates.ts'
import { meetingHour } from '../bureau-moments.ts'
import type { LetterCase } from '../convoking/member-letter-overview.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { roleNames } from '../role-names.nl.ts'
import type { MessageValues } from './message-fields.ts'
import { texts } from './texts.nl.ts'

export interface MessageBasis {
  readonly election: Election
  readonly settings: MunicipalitySettings
  /** Where the pages for citizens are. */
  readonly portalUrl: string
}

/** Leads to a login, and says nothing of the person. It stands in messages: it is never taken away. */
const ownPagePath = '/mijn/verkiezingen'

/** What the fields of a message say to who has this seat. What is not known sends the reader to the letter. */
export function messageValues(
  { election, settings, portalUrl }: MessageBasis,
  one: LetterCase,
): MessageValues {
  const hour = meetingHour(loadBureauRules(election.ruleset), one)
  const place = [one.place, one.room].filter(Boolean).join(', ')
  return {
    voornaam: one.firstNames || one.lastName,
    functie: roleNames[one.role],
    bureau: texts.bureau[one.kind](one.number),
    plaats: place || texts.noPlace,
    adres: one.placeAddress ? addressLines(one.placeAddress).join(', ') : texts.noAddress,
    dag: longDate(election.pollingDay, 'nl'),
    uur: hour ? texts.hour(hour) : texts.noHour,
    verkiezing: electionName(election, 'nl'),
    gemeente: settings.name,
    telefoon: settings.contact.phone,
    link: portalUrl + ownPagePath,
  }
}
