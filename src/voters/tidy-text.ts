/** Most cells: nothing to tidy and nothing strange. */
const plain = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/
const latin = /^[\x20-\u024f\u1e00-\u1eff\u2018\u2019]*$/
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffd\ufffe\uffff]/u
const otherScript = /[\p{L}--[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]/v
/**
 * UTF-8 that was once read as Windows-1252: `Ã«` for ë, `â€™` for ’. And ISO-8859-15: its Š, š, Ž, ž, Œ, œ and Ÿ
 * come out as signs that no name has.
 */
const garbled = /[ÂÃÄÅ][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2018-\u203a\u20ac\u2122]|â€|[¤¦¨¸¼½¾]/

export function isPlain(text: string): boolean {
  return plain.test(text)
}

/** One form for one text: composed letters (NFC), single spaces, none at the ends. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** What is strange about the characters of a tidied text, if anything is. */
export function strangeText(
  text: string,
): 'unprintable-character' | 'other-script' | 'garbled-letters' | undefined {
  if (unprintable.test(text)) return 'unprintable-character'
  if (garbled.test(text)) return 'garbled-letters'
  return !latin.test(text) && otherScript.test(text) ? 'other-script' : undefined
}
