/** Most cells: nothing to tidy and nothing strange. */
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/
const latin = /^[\x20-\u024f\u1e00-\u1eff\u2018\u2019]*$/
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffd\ufffe\uffff]/u
const otherScript = /[\p{L}--[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]]/v
const latinLetter = /\p{Script=Latin}/u
/** Letters and digits of another width or style, and digits of other scripts: they look like ours. */
const lookAlike = /[\uff01-\uff5e\u2160-\u2188\u24b6-\u24e9\u{1d400}-\u{1d7ff}[\p{Nd}--[0-9]]]/v
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

export interface StrangeText {
  readonly code: 'unprintable-character' | 'other-script' | 'look-alike-letters' | 'garbled-letters'
  /** The first character of its kind, such as `U+0430`: on a screen it may look like one of ours, or like nothing. */
  readonly character?: string | undefined
}

/** What is strange about the characters of a tidied text, if anything is. */
export function strangeText(text: string): StrangeText | undefined {
  if (unprintable.test(text)) return { code: 'unprintable-character', character: named(unprintable, text) }
  if (garbled.test(text)) return { code: 'garbled-letters' }
  if (latin.test(text)) return undefined
  if (lookAlike.test(text)) return { code: 'look-alike-letters', character: named(lookAlike, text) }
  if (!otherScript.test(text)) return undefined
  const isMixed = text.split(/[ -]/).some((word) => otherScript.test(word) && latinLetter.test(word))
  return { code: isMixed ? 'look-alike-letters' : 'other-script', character: named(otherScript, text) }
}

function named(pattern: RegExp, text: string): string {
  return codePoint(pattern.exec(text)![0])
}

/** `U+0430` of the first character. */
export function codePoint(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
