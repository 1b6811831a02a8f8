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

const dutchTexts: Readonly<Record<Mark, string>> = {
  L: 'gelezen in de wet',
  S: 'uit de praktijk: gelezen in een openbare bron',
  'S-old': 'uit de praktijk: over een eerdere verkiezing',
  I: 'aangenomen: afgeleid',
  M: 'aangenomen: algemene kennis',
  NV: 'aangenomen: niet nagekeken',
}

export function markTextInDutch(mark: Mark): string {
  return `${dutchTexts[mark]} (${mark})`
}
