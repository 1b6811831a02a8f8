// Finds voters in a pack: every word of names and streets with the voters who have it. Filled piece by piece, so that one can
// look already while the rest comes in.

import { folded, isNear, joined, sounding } from './fold.js'
import { voterOf } from './voter-lines.js'

const most = 20
/** How far a voter is from what was typed, for each word: as typed, its beginning, as it sounds or nearly. */
const [exact, beginning, near] = [0, 1, 4]

export class VoterIndex {
  /** @type {string[]} */ #texts = []
  /** Of each voter, in the order of the list: number on the list, piece, where the line begins. */
  #numbers = new Int32Array(4096)
  #pieces = new Uint16Array(4096)
  #starts = new Uint32Array(4096)
  /** @type {Map<string, number[]>} */ #words = new Map()
  /** @type {Map<string, string[]>} */ #sounds = new Map()
  /** Names return often, so folding one is done once. @type {Map<string, string[]>} */ #known = new Map()
  #count = 0

  get size() {
    return this.#count
  }

  /** Takes the lines of one piece, in list order. @param {string} text */
  add(text) {
    const piece = this.#texts.push(text) - 1
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start)
      const stop = end === -1 ? text.length : end
      this.#addLine(text.slice(start, stop), piece, start)
      start = stop + 1
    }
  }

  /** @param {string} line @param {number} piece @param {number} start */
  #addLine(line, piece, start) {
    const voter = this.#count++
    if (voter === this.#numbers.length) this.#grow()
    const [listNumber, lastName = '', firstNames = '', , street = ''] = line.split('\t', 5)
    this.#numbers[voter] = Number(listNumber)
    this.#pieces[voter] = piece
    this.#starts[voter] = start
    for (const word of this.#wordsIn(lastName, true)) this.#note(word, voter)
    for (const word of this.#wordsIn(firstNames, false)) this.#note(word, voter)
    for (const word of this.#wordsIn(street, false)) this.#note(word, voter)
  }

  /** @param {string} words @param {boolean} isName */
  #wordsIn(words, isName) {
    const key = isName ? `=${words}` : words
    let found = this.#known.get(key)
    if (!found) {
      const plain = folded(words)
      found = [...new Set(`${plain} ${isName ? joined(plain) : ''}`.split(' '))].filter((word) => word !== '')
      this.#known.set(key, found)
    }
    return found
  }

  /** @param {string} word @param {number} voter */
  #note(word, voter) {
    const voters = this.#words.get(word)
    if (voters) {
      if (voters.at(-1) !== voter) voters.push(voter)
      return
    }
    this.#words.set(word, [voter])
    const sound = sounding(word)
    const alike = this.#sounds.get(sound)
    if (alike) alike.push(word)
    else this.#sounds.set(sound, [word])
  }

  #grow() {
    const length = this.#numbers.length * 2
    const [numbers, pieces, starts] = [
      new Int32Array(length),
      new Uint16Array(length),
      new Uint32Array(length),
    ]
    numbers.set(this.#numbers)
    pieces.set(this.#pieces)
    starts.set(this.#starts)
    this.#numbers = numbers
    this.#pieces = pieces
    this.#starts = starts
  }

  /** What folding needed is let go of when every piece is in. */
  close() {
    this.#known.clear()
  }

  /**
   * Voters who answer to what was typed: a number on the list, or words of name and street in any order. First who answers as
   * typed, each kind in list order.
   * @param {string} typed
   */
  find(typed) {
    const plain = folded(typed)
    if (/^\d{1,7}$/.test(plain)) return this.#answer(this.#withNumber(Number(plain)))
    const words = plain.split(' ').filter((word) => word !== '')
    if (words.length === 0) return { voters: [], isMore: false }
    const apart = this.#scored(words)
    const together = joined(plain)
    const also = together === plain ? new Map() : this.#scored(together.split(' '))
    for (const [voter, score] of also) apart.set(voter, Math.min(score, apart.get(voter) ?? score))
    const found = [...apart].sort(([one, far], [other, further]) => far - further || one - other)
    return this.#answer(found.map(([voter]) => voter))
  }

  /** @param {number} listNumber */
  #withNumber(listNumber) {
    let [low, high] = [0, this.#count - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      if (this.#numbers[middle] === listNumber) return [middle]
      if (this.#numbers[middle] < listNumber) low = middle + 1
      else high = middle - 1
    }
    return []
  }

  /** Voters who have every word, with how far they are. @param {string[]} words @returns {Map<number, number>} */
  #scored(words) {
    const matched = new Uint8Array(this.#count)
    const total = new Uint8Array(this.#count)
    let last = /** @type {number[]} */ ([])
    for (const [at, word] of words.slice(0, 12).entries()) {
      const far = new Uint8Array(this.#count).fill(255)
      for (const [like, distance] of this.#wordsLike(word))
        for (const voter of this.#words.get(like) ?? []) if (distance < far[voter]) far[voter] = distance
      last = []
      for (let voter = 0; voter < this.#count; voter++) {
        if (far[voter] === 255 || matched[voter] !== at) continue
        matched[voter] = at + 1
        total[voter] += far[voter]
        last.push(voter)
      }
      if (last.length === 0) break
    }
    return new Map(last.map((voter) => [voter, total[voter]]))
  }

  /** Words of the pack that may be meant, with how far they are. @param {string} word @returns {Map<string, number>} */
  #wordsLike(word) {
    /** @type {Map<string, number>} */
    const found = new Map()
    const isNumber = /^\d/.test(word)
    const slips = isNumber || word.length < 4 ? 0 : word.length < 8 ? 1 : 2
    if (!isNumber) for (const like of this.#sounds.get(sounding(word)) ?? []) found.set(like, near)
    for (const known of this.#words.keys())
      if (known.startsWith(word)) found.set(known, known === word ? exact : beginning)
      else if (slips > 0 && !found.has(known) && isNear(word, known, slips)) found.set(known, near)
    return found
  }

  /** @param {number[]} found */
  #answer(found) {
    const voters = found.slice(0, most).map((voter) => {
      const text = this.#texts[this.#pieces[voter]]
      const end = text.indexOf('\n', this.#starts[voter])
      return voterOf(text.slice(this.#starts[voter], end === -1 ? text.length : end))
    })
    return { voters, isMore: found.length > most }
  }
}
