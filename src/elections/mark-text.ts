import type { Mark } from './ruleset.ts'

/** What a mark means to who has to trust the value: verified, from practice or assumed. */
const texts: Readonly<Record<Mark, string>> = {
  L: 'verified: read in the law',
  S: 'from practice: read in a public source',
  'S-old': 'from practice: about an earlier election',
  I: 'assumed: inferred',
  M: 'assumed: background knowledge',
  NV: 'assumed: not verified',
}

export function markText(mark: Mark): string {
  return `${texts[mark]} (${mark})`
}
