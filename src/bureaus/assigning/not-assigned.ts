import type { ToAssign } from './seating.ts'

/** Why nothing can be assigned. */
export type NotAssigned =
  | 'same-id-twice'
  | 'fixed-unknown'
  | 'fixed-twice'
  | 'worth-not-whole'
  | 'selection-is-law'
  | 'category-unknown'
  | 'not-drawn'

export function notAssigned(task: ToAssign): { because: NotAssigned; detail: string } | undefined {
  return sameIdTwice(task) ?? wrongFixed(task) ?? wrongWish(task) ?? wrongOrder(task)
}

type Fault = ReturnType<typeof notAssigned>

function sameIdTwice({ bureaus, people }: ToAssign): Fault {
  const seats = bureaus.flatMap((bureau) => bureau.seats)
  const twice = [bureaus, seats, people].map(firstTwice).find((id) => id !== undefined)
  return twice === undefined ? undefined : { because: 'same-id-twice', detail: twice }
}

function firstTwice(all: readonly { readonly id: string }[]): string | undefined {
  const seen = new Set<string>()
  return all.find(({ id }) => seen.size === seen.add(id).size)?.id
}

function wrongFixed({ bureaus, people, fixed = new Map() }: ToAssign): Fault {
  const seats = new Set(bureaus.flatMap((bureau) => bureau.seats.map(({ id }) => id)))
  const known = new Set(people.map(({ id }) => id))
  const unknown = [...fixed].find(([seat, person]) => !seats.has(seat) || !known.has(person))
  if (unknown) return { because: 'fixed-unknown', detail: unknown[0] }
  const twice = firstTwice([...fixed.values()].map((id) => ({ id })))
  return twice === undefined ? undefined : { because: 'fixed-twice', detail: twice }
}

function wrongWish({ wishes = {} }: ToAssign): Fault {
  const wrong = Object.entries(wishes).find(([, worth = 0]) => !Number.isSafeInteger(worth) || worth < 0)
  return wrong && { because: 'worth-not-whole', detail: wrong[0] }
}

function wrongOrder({ rules, people, selection = rules.categorySelection.value }: ToAssign): Fault {
  const { value, mark, source } = rules.categorySelection
  if (selection !== value && mark === 'L') return { because: 'selection-is-law', detail: source }
  const listA = people.filter(({ list }) => list === 'A')
  const unknown = listA.find(({ category = '' }) => !rules.categories.value.includes(category))
  if (unknown) return { because: 'category-unknown', detail: unknown.id }
  const byDraw = people.filter(({ list }) => list === 'B' || (list === 'A' && selection === 'RANDOM'))
  const undrawn = byDraw.find(({ drawRank }) => drawRank === undefined)
  return undrawn && { because: 'not-drawn', detail: undrawn.id }
}
