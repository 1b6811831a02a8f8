import { diffArrays } from 'diff'
import type { Word } from './read-words.ts'

/** Words that were struck, and those that came in their place; either may be none. */
export interface WordChange {
  readonly removed: readonly Word[]
  readonly added: readonly Word[]
  /** What stands just before it. */
  readonly after: readonly Word[]
}

export interface WordsCompared {
  readonly changes: readonly WordChange[]
  /** Words that stand in both, in another order: a paragraph that went to the other page. */
  readonly moved: readonly (readonly Word[])[]
  /** Something stands elsewhere on the paper and says the same. */
  readonly isShifted: boolean
}

/** In what a document says something else than another. Where on the paper a word stands makes no difference. */
export function compareWords(before: readonly Word[], after: readonly Word[]): WordsCompared {
  const { hunks, same } = hunksOf(before, after)
  const { changes, moved } = withoutMoved(joinedOnLine(hunks, before, after))
  return {
    ...{ changes: changes.map((one) => changeOf(one, before, after)), moved },
    isShifted: isShifted(same, hunks),
  }
}

type Pair = readonly [before: Word, after: Word]

/** The rest of a line in which something changed went along, and is no news. */
function isShifted(same: readonly Pair[], hunks: readonly Hunk[]): boolean {
  const linesOf = (words: readonly Word[]) => new Set(words.map(({ line }) => line))
  const struck = linesOf(hunks.flatMap(({ removed }) => removed))
  const came = linesOf(hunks.flatMap(({ added }) => added))
  return same.some(
    ([one, other]) => !struck.has(one.line) && !came.has(other.line) && standElsewhere(one, other),
  )
}

const wordsBefore = 5
/** In points: what stands further up belongs to something else. */
const nearby = 40

function changeOf(
  { removed, added, from, left }: Hunk,
  before: readonly Word[],
  after: readonly Word[],
): WordChange {
  const words = added.length > 0 ? after : before
  const first = added.length > 0 ? from : left
  const isNear = ({ page, top }: Word) =>
    page === words[first]!.page && Math.abs(top - words[first]!.top) < nearby
  return { removed, added, after: words.slice(Math.max(0, first - wordsBefore), first).filter(isNear) }
}

interface Hunk {
  readonly removed: readonly Word[]
  readonly added: readonly Word[]
  /** Between which words of the second document it stands. */
  readonly from: number
  readonly to: number
  /** The same of the first. */
  readonly left: number
  readonly leftTo: number
}

function hunksOf(before: readonly Word[], after: readonly Word[]) {
  const hunks: Hunk[] = []
  const same: Pair[] = []
  let [left, right] = [0, 0]
  let open: { left: number; right: number } | undefined
  const close = () => {
    if (open)
      hunks.push({
        ...{ removed: before.slice(open.left, left), added: after.slice(open.right, right) },
        ...{ from: open.right, to: right, left: open.left, leftTo: left },
      })
    open = undefined
  }
  for (const { removed, added, count } of diffArrays(before.map(textOf), after.map(textOf))) {
    if (removed || added) open ??= { left, right }
    else {
      close()
      for (let at = 0; at < count; at++) same.push([before[left + at]!, after[right + at]!])
    }
    if (!added) left += count
    if (!removed) right += count
  }
  close()
  return { hunks, same }
}

const textOf = ({ text }: Word) => text

/** In points: less is the rounding of a typesetter. */
const mostRounding = 1

function standElsewhere(one: Word, other: Word): boolean {
  if (one.page !== other.page) return true
  return Math.abs(one.left - other.left) > mostRounding || Math.abs(one.top - other.top) > mostRounding
}

const mostBetween = 2

/** Two changes on one line with a word or two between them are read as one: `111 22 33` became `999 22 44`. */
function joinedOnLine(hunks: readonly Hunk[], before: readonly Word[], after: readonly Word[]): Hunk[] {
  const joined: Hunk[] = []
  for (const hunk of hunks) {
    const last = joined.at(-1)
    const whole = last && {
      ...{ from: last.from, to: hunk.to, left: last.left, leftTo: hunk.leftTo },
      removed: before.slice(last.left, hunk.leftTo),
      added: after.slice(last.from, hunk.to),
    }
    const isNear = whole && hunk.from - last.to <= mostBetween
    if (isNear && areOnOneLine(whole.removed) && areOnOneLine(whole.added)) joined[joined.length - 1] = whole
    else joined.push(hunk)
  }
  return joined
}

function areOnOneLine(words: readonly Word[]): boolean {
  return words.every(({ line }) => line === words[0]!.line)
}

/** A line that was only struck in one place and only came in another is the same line, moved. */
function withoutMoved(hunks: readonly Hunk[]): { changes: Hunk[]; moved: (readonly Word[])[] } {
  const pieces = hunks.flatMap((hunk, of) => linesOf(hunk).map((piece) => ({ ...piece, of })))
  const left = new Set(pieces)
  const moved: (readonly Word[])[] = []
  for (const gone of pieces.filter(({ added }) => added.length === 0)) {
    const said = spoken(gone.removed)
    const came = [...left].find(({ removed, added }) => removed.length === 0 && spoken(added) === said)
    if (!came) continue
    left.delete(came)
    left.delete(gone)
    moved.push(came.added)
  }
  const changes = [...Map.groupBy(left, ({ of }) => of)].map(([of, rest]) => ({
    ...hunks[of]!,
    removed: rest.flatMap(({ removed }) => removed),
    added: rest.flatMap(({ added }) => added),
  }))
  return { changes, moved }
}

/** What was only struck, or only came, line by line; the rest as it is. */
function linesOf({ removed, added }: Hunk): Pick<Hunk, 'removed' | 'added'>[] {
  const lines = (words: readonly Word[]) => [...Map.groupBy(words, ({ line }) => line).values()]
  if (added.length === 0) return lines(removed).map((line) => ({ removed: line, added }))
  if (removed.length === 0) return lines(added).map((line) => ({ removed, added: line }))
  return [{ removed, added }]
}

/** Words as people read them. */
export function spoken(words: readonly Word[]): string {
  return words.map(textOf).join(' ')
}
