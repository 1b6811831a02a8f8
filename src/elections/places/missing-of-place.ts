import type { PollingPlace, Section } from './section.ts'

/** `step-free`: a letter can't say how one gets in; `coordinates`: nor show where it is. `entrance` is only asked where it helps. */
export type MissingOfPlace = 'step-free' | 'coordinates'

/** What a building does not tell yet that people need. */
export function missingOf({ details }: PollingPlace): MissingOfPlace[] {
  return [
    ...(details.stepFree === undefined ? (['step-free'] as const) : []),
    ...(details.coordinates ? [] : (['coordinates'] as const)),
  ]
}

/** How many buildings miss something. */
export function incompletePlaces(sections: readonly Section[]): number {
  const incomplete = sections.filter(({ place }) => missingOf(place).length > 0)
  return new Set(incomplete.map(({ place }) => place.code)).size
}
