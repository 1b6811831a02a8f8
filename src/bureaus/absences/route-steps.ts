import { sha256OfJson } from '../../platform/hash.ts'
import type { Addressee } from './absence-rules.ts'
import type { PlainDocument } from './plain-document.ts'
import type { AbsenceSending } from './sending-store.ts'
import { texts } from './texts.nl.ts'

type Part = PlainDocument['parts'][number]

/** One who has to get the file, and how that stands. */
export interface RouteStep {
  readonly addressee: Addressee
  /** What they got last. */
  readonly last?: AbsenceSending | undefined
  /** The titles of what a file would say now and the last did not, and of what it said and no longer holds. */
  readonly added: readonly string[]
  readonly gone: readonly string[]
  /** The last day is over and nothing was sent; only of who comes first, for the rules name no other day. */
  readonly isOverdue: boolean
}

/**
 * How far a file is on its route. `sent`: the last version first; `documentOf`: what a version said; `now`: what it would say, absent where
 * no file can be made.
 */
export function routeSteps(
  route: readonly Addressee[],
  {
    sent,
    documentOf,
    now,
    today,
    sendBy,
    toldOf,
  }: {
    readonly sent: readonly AbsenceSending[]
    readonly documentOf: (version: number) => PlainDocument
    readonly now: PlainDocument | undefined
    readonly today: string
    readonly sendBy: string | undefined
    /** Names of those of whom a letter told this addressee that the report is taken back. */
    readonly toldOf: (addressee: Addressee) => readonly string[]
  },
): RouteStep[] {
  return route.map((addressee, place) => {
    const last = sent.find((one) => one.addressee === addressee)
    const parts = now?.parts ?? []
    const then = last ? documentOf(last.version).parts : []
    const isOverdue = place === 0 && !last && parts.length > 0 && sendBy !== undefined && today > sendBy
    const told = toldOf(addressee)
    const added = last ? without(titlesOnlyIn(parts, then), told.map(texts.absences.takenBack)) : []
    const gone = last && now ? without(titlesOnlyIn(then, parts), told) : []
    return { addressee, last, added, gone, isOverdue }
  })
}

/** Each of these once less: of two people of one name one may have been told of. */
function without(titles: readonly string[], told: readonly string[]): string[] {
  const left = [...titles]
  for (const one of told) if (left.includes(one)) left.splice(left.indexOf(one), 1)
  return left
}

function titlesOnlyIn(these: readonly Part[], those: readonly Part[]): string[] {
  const known = new Set(those.map((one) => sha256OfJson(one).toString('hex')))
  return these.filter((one) => !known.has(sha256OfJson(one).toString('hex'))).map(({ title }) => title)
}
