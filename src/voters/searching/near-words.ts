const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * The word and all words that are one typing error away from it: a letter too many, too few, another letter, or two
 * that changed places. For a word of n letters that are about 54 times n.
 */
export function nearWords(word: string): readonly string[] {
  const near = new Set([word])
  for (let at = 0; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)]
    if (behind) near.add(before + behind.slice(1))
    if (behind.length > 1) near.add(before + behind[1] + behind[0] + behind.slice(2))
    for (const letter of letters) {
      near.add(before + letter + behind)
      if (behind) near.add(before + letter + behind.slice(1))
    }
  }
  return [...near]
}
