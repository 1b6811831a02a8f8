const itself = 'Kiesloket zelf'
const names: Readonly<Record<string, string>> = {
  'command-line': 'de uitbater (opdrachtregel)',
  citizen: 'de burger zelf',
  chair: 'de voorzitter, op een telefoon',
  demo: 'het voorbeeld',
  program: itself,
  'member-letters': itself,
  delivery: itself,
  mails: itself,
}

/** A person by name; the command line, a citizen and the program itself as people know them. */
export function actorName(by: string): string {
  return names[by] ?? by
}
