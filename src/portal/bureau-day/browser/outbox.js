// What was done on this telephone and the server does not know yet, in its order. Names of fields and their texts: no number or
// address of a person is in it.

const key = (access) => `kiesloket-bureau-${access}`

/** @param {string} access */
export function waitingOf(access) {
  try {
    return JSON.parse(localStorage.getItem(key(access)) ?? '[]')
  } catch {
    return []
  }
}

/** @param {string} access @param {Record<string, string>} deed with its id and moment */
export function keepDeed(access, deed) {
  localStorage.setItem(key(access), JSON.stringify([...waitingOf(access), deed]))
}

/** What was typed stays, with what is wrong, until somebody throws it away. @param {string} access @param {string} id @param {string} error */
export function markWrong(access, id, error) {
  const marked = waitingOf(access).map((deed) => (deed.id === id ? { ...deed, error } : deed))
  localStorage.setItem(key(access), JSON.stringify(marked))
}

/** What could not be done and was done after all, typed better, is nobody's worry any more. @param {string} access @param {Record<string, string>} done */
export function forgetCorrected(access, done) {
  const isSame = (deed) =>
    ['kind', 'assignmentId', 'seatId', 'checkpoint', 'incident'].every((name) => deed[name] === done[name])
  const left = waitingOf(access).filter((deed) => !(deed.error && isSame(deed)))
  localStorage.setItem(key(access), JSON.stringify(left))
}

/** @param {string} access @param {ReadonlySet<string>} ids */
export function forgetDeeds(access, ids) {
  localStorage.setItem(key(access), JSON.stringify(waitingOf(access).filter(({ id }) => !ids.has(id))))
}

/** Of every access that this browser ever had. */
export function forgetAll() {
  for (const name of Object.keys(localStorage))
    if (name.startsWith('kiesloket-bureau-')) localStorage.removeItem(name)
}
