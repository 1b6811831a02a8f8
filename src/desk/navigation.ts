import type { AuthorityDeed } from '../bureaus/index.ts'
import type { StaffRight } from '../municipalities/index.ts'
import type { Link } from '../platform/http/components/index.ts'
import { decidesIn } from './bureaus/area/area-facts.ts'
import type { AreaDesk } from './bureaus/area/with-area.ts'
import { type Desk, type ElectionDesk, may } from './desk.ts'
import { paths } from './paths.ts'
import { texts } from './texts.nl.ts'

interface Entry {
  readonly text: string
  readonly right: StaffRight
  readonly href: (election: string) => string
  /** Only for who comes for a court or main bureau that does this in some election of its area. */
  readonly deed?: AuthorityDeed
}

/** The main parts of an election, in the order of the work. A new part of the desk gets its line here. */
const parts: readonly Entry[] = [
  { text: 'Overzicht', right: 'desk.read', href: (election) => paths.election({ election }) },
  { text: 'Kalender', right: 'desk.read', href: (election) => paths.calendar({ election }) },
  { text: texts.parts.places, right: 'desk.read', href: (election) => paths.places({ election }) },
  { text: texts.parts.bureaus, right: 'bureaus.read', href: (election) => paths.bureaus({ election }) },
  {
    text: texts.parts.proposals,
    right: 'bureaus.designate',
    href: (election) => paths.bureauProposals({ election }),
  },
  { text: 'Kiezerslijst', right: 'voters.read', href: (election) => paths.voters({ election }) },
  { text: 'Teksten', right: 'municipality.manage', href: (election) => paths.ownTexts({ election }) },
  { text: 'Brieven', right: 'letters.read', href: (election) => paths.letters({ election }) },
  { text: 'Verzending', right: 'desk.read', href: (election) => paths.deliveries({ election }) },
  { text: 'Certificaat', right: 'letters.read', href: (election) => paths.certificate({ election }) },
  { text: 'Verbeteringen', right: 'letters.read', href: (election) => paths.corrections({ election }) },
  { text: 'Duplicaten', right: 'letters.duplicate', href: (election) => paths.duplicates({ election }) },
  { text: 'Verontschuldigingen', right: 'bureaus.excuses', href: (election) => paths.excuses({ election }) },
  { text: texts.parts.ledger, right: 'audit.read', href: (election) => paths.ledger({ election }) },
]

/** What is of the municipality as a whole, or of the installation. */
const general: readonly Entry[] = [
  { text: texts.parts.audit, right: 'audit.read', href: () => paths.audit() },
  { text: texts.parts.areaBureaus, right: 'bureaus.designate', href: () => paths.areaBureaus() },
  {
    ...{ text: texts.parts.areaProposals, right: 'bureaus.designate', deed: 'designate' },
    href: () => paths.areaProposals(),
  },
  {
    ...{ text: texts.parts.areaExcuses, right: 'bureaus.designate', deed: 'decideExcuses' },
    href: () => paths.areaExcuses(),
  },
  {
    text: texts.parts.areaCompositions,
    right: 'bureaus.designate',
    href: () => paths.areaCompositions(),
  },
  { text: texts.parts.areaBoard, right: 'bureaus.designate', href: () => paths.areaBoard() },
  { text: texts.parts.deputies, right: 'letters.read', href: () => paths.deputies() },
  { text: texts.parts.operator, right: 'installation.operate', href: () => paths.operator() },
]

/** What this person may open, and where in an area there is something for them. */
export function navigationFor(desk: Desk | ElectionDesk | AreaDesk): readonly Link[] {
  const isTheirs = ({ right, deed }: Entry) =>
    may(desk, right) && !(deed && 'coming' in desk && !decidesIn([...desk.elections, ...desk.coming], deed))
  const open = (entries: readonly Entry[], election = '') =>
    entries.filter(isTheirs).map(({ text, href }) => ({ text, href: href(election) }))
  if ('election' in desk) return open(parts, desk.election.code)
  const links = open(general)
  const start = desk.session.authority ? texts.parts.area : texts.start
  return links.length > 0 ? [{ text: start, href: paths.start() }, ...links] : []
}

/** The entry that the page lies in: the longest address that its own begins with. */
export function currentIn(links: readonly Link[], pathname: string): string | undefined {
  const above = links.filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
  return above.sort((one, other) => other.href.length - one.href.length)[0]?.href
}
