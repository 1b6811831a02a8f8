// Words as they are compared: without accents, capitals, particles and common differences of spelling. The same as what the
// database does for the desk (`voters.folded`, `voters.joined`, `voters.sounding`); a test holds both against each other.

const single = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ə: 'a',
  Ə: 'A',
}
const double = { ß: 'ss', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' }
const others = new Map(Object.entries({ ...single, ...double }))
const isPlain = /^[a-z0-9 ]*$/

/** Small letters and digits, with one space where anything else stood. @param {string} words */
export function folded(words) {
  if (isPlain.test(words)) return words.trim().replaceAll(/ +/g, ' ')
  return words
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .replaceAll(/[^\u0020-\u007f]/g, (letter) => others.get(letter) ?? letter)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

const particle =
  /\b(van|vande|vander|vanden|de|der|den|des|du|da|di|do|dos|del|della|la|le|les|l|d|t|s|o|ten|ter|te|op|in|het|von|zu|el|al|ben) (?=[a-z])/g

/** `van de velde` is `vandevelde`. @param {string} words folded */
export function joined(words) {
  return words.replaceAll(particle, '$1')
}

const sounds = /** @type {const} */ ([
  ['ae', 'a'],
  ['ck', 'k'],
  ['c', 'k'],
  ['q', 'k'],
  ['x', 'ks'],
  ['z', 's'],
  ['ph', 'f'],
  ['th', 't'],
  ['dt', 't'],
  ['gh', 'g'],
  ['ij', 'y'],
  ['ie', 'i'],
  ['aa', 'a'],
  ['ee', 'e'],
  ['oo', 'o'],
  ['uu', 'u'],
  ...[...'bdfgklmnprst'].map((letter) => /** @type {const} */ ([letter + letter, letter])),
])

/** As it sounds, roughly: Peeters and Peters become one. @param {string} words folded */
export function sounding(words) {
  let sound = words
  for (const [from, to] of sounds) sound = sound.replaceAll(from, to)
  return sound
}

/**
 * Whether one word becomes the other by so many slips: a letter too many, too few, another, or two swapped.
 * @param {string} one @param {string} other @param {number} most
 */
export function isNear(one, other, most) {
  const [width, height] = [one.length, other.length]
  if (Math.abs(width - height) > most) return false
  let before = new Uint8Array(width + 1)
  let last = Uint8Array.from({ length: width + 1 }, (_, at) => at)
  for (let row = 1; row <= height; row++) {
    const now = new Uint8Array(width + 1)
    now[0] = row
    let least = row
    for (let at = 1; at <= width; at++) {
      const isSame = one[at - 1] === other[row - 1]
      let slips = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1))
      if (at > 1 && row > 1 && one[at - 1] === other[row - 2] && one[at - 2] === other[row - 1])
        slips = Math.min(slips, before[at - 2] + 1)
      now[at] = slips
      if (slips < least) least = slips
    }
    if (least > most) return false
    before = last
    last = now
  }
  return last[width] <= most
}
