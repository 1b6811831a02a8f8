// A code as a person writes it down and types it, of a shift at the counter or of the chair of a bureau: letters and digits that nobody
// takes for each other, and a last one that follows from the others, so that a slip of the finger is told apart from a wrong code. The
// counter's browser runs this file too.

/** A prime number of them: then every single slip and every swap of neighbours changes the last one. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const secretLength = 11

/** @param {string} secret */
function lastOf(secret) {
  let sum = 0
  for (const [place, letter] of [...secret].entries()) sum += (place + 1) * letters.indexOf(letter)
  return letters[sum % letters.length]
}

/**
 * A new code: eleven characters by chance, some 54 bits, and the one that checks them.
 * @returns {string} such as `K7QM-3XWD-9FHT`
 */
export function makeCode() {
  let secret = ''
  while (secret.length < secretLength)
    // The rest of 256 would make the first characters likelier than the others.
    for (const byte of crypto.getRandomValues(new Uint8Array(16)))
      if (byte < 248 && secret.length < secretLength) secret += letters[byte % letters.length]
  return grouped(secret + lastOf(secret))
}

/** @param {string} code */
export function grouped(code) {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * What was typed, as the code it is; capitals, spaces and dashes do not matter.
 * @param {string} typed
 * @returns {string | undefined} nothing when a character is missing or mistaken
 */
export function readCode(typed) {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '')
  const secret = code.slice(0, -1)
  const isWhole = code.length === secretLength + 1 && [...code].every((letter) => letters.includes(letter))
  return isWhole && lastOf(secret) === code.at(-1) ? code : undefined
}
