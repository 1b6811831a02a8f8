// Where who logs in from a letter comes: an address that follows from what was signed, never from what was scanned.

/**
 * The login that leads to the page of the election of a letter, in the look of its municipality. It is the plain one where no list
 * says which election that is. The server looks at the way back once more.
 * @param {import('./status-list.js').StatusList | undefined} list @param {import('./statement.js').Statement | undefined} statement
 * @param {{ plain: string, pattern: string }} addresses the login, and the page of an election with `ELECTION` in it
 */
export function signInFor(list, statement, { plain, pattern }) {
  const { electionId = '', slug = '' } = list ?? {}
  const isOfLetter = statement && electionId.replaceAll('-', '').startsWith(statement.election)
  if (!isOfLetter || !/^[0-9a-f-]{36}$/.test(electionId)) return plain
  const asked = new URLSearchParams({ naar: pattern.replace('ELECTION', electionId), gemeente: slug })
  return `${plain}?${asked}`
}
