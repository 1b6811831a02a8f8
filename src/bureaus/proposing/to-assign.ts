import type { Section } from '../../elections/index.ts'
import type { BureauToFill, Point } from '../assigning/seating.ts'
import { kindForRules } from '../kind-for-rules.ts'
import type { KeptBureau } from '../planning/wanted-bureau.ts'
import { around } from './seat-candidate.ts'

/** Bureaus with the seats that the law asks for; deputy chairs sit in a reserve of their kind. */
export function bureausToFill(kept: readonly KeptBureau[], sections: readonly Section[]): BureauToFill[] {
  return kept.flatMap((bureau) => {
    const kind = kindForRules(bureau)
    const asked = bureau.seats.filter(({ optional }) => !optional)
    if (!kind || asked.length === 0) return []
    const { bureauId: id, section, counts = [] } = bureau
    const own = section === undefined ? counts : [section]
    return [
      {
        ...{ id, kind, place: pointOf(bureau, sections), areas: areasOf(own) },
        seats: asked.map(({ seatId, role, ordinal }) => ({ id: seatId, role, number: ordinal })),
      },
    ]
  })
}

/** Where a bureau sits, when that is known. */
export function pointOf(
  { section, placeCode }: { readonly section?: number | null; readonly placeCode?: string | null },
  sections: readonly Section[],
): Point | undefined {
  const isThere = (one: Section) =>
    section ? one.section === section : placeCode !== null && one.place.code === placeCode
  return sections.find(isThere)?.place.details.coordinates
}

function areasOf(sections: readonly number[]) {
  const whole = Object.fromEntries(Object.entries(around).map(([area, name]) => [area, [name]]))
  return { ...whole, section: sections.map(String) }
}
