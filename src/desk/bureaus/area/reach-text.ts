import { authorityRule, type Granted, loadBureauRules, type MainBureau } from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.reach

/** Which bureaus somebody of a main bureau sees or opens, said to them: `stembureaus, telbureaus S en uw eigen hoofdbureau`. */
export function reachText({ ruleset }: Pick<Election, 'ruleset'>, granted: Granted, look: 'sees' | 'opens') {
  const reach = authorityRule(loadBureauRules(ruleset), granted.kind)?.[look].value
  return reach ? namedBureaus(reach, granted, words.ownMain) : words.nothing
}

/** What a court or main bureau gets handed of who sits where, said to who hands it over. */
export function shareText({ ruleset }: Pick<Election, 'ruleset'>, granted: Granted): string {
  const share = authorityRule(loadBureauRules(ruleset), granted.kind)?.receives.value
  if (!share) return words.nothing
  const bureaus = namedBureaus(share.bureaus, granted, words.main)
  const roles = share.roles?.map((role) => bureauTexts.roles[role].toLowerCase()).join(', ')
  return roles ? words.only(roles, bureaus) : bureaus
}

type Reach = NonNullable<ReturnType<typeof authorityRule>>['sees']['value']

const together = new Intl.ListFormat('nl', { type: 'conjunction' })

function namedBureaus(reach: Reach, { district }: Granted, main: (name: string) => string): string {
  const nameOf = ({ kind, code }: Exclude<Reach, 'all'>[number]) =>
    kind === 'MAIN' && code
      ? main(bureauTexts.mainBureaus[code as MainBureau])
      : [words.kinds[kind], code].filter(Boolean).join(' ')
  const named = reach === 'all' ? words.all : together.format(reach.map(nameOf))
  return district ? words.ofDistrict(named, district) : named
}
