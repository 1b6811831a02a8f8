import type { CsvFaultFacts } from '../platform/csv/csv-fault.ts'

const mostNamed = 12

/**
 * Which needed columns a file lacks, which it has and what to do, in Dutch. `meanings`: what each is, for who makes the
 * file.
 */
export function missingColumnsText(
  { line = 1, missing = [], found = [], separator }: CsvFaultFacts,
  meanings: Readonly<Record<string, string | undefined>>,
): string {
  if (separator)
    return `Op regel ${line} staat ${named(separator)} tussen de kolommen. Zet er een puntkomma tussen (of een komma, een tab of een rechte streep), in alle regels.`
  const lacking = missing.map(({ name, near }) => {
    const meaning = meanings[name]
    return `${name}${meaning && meaning !== name ? ` (${meaning})` : ''}${near ? `, misschien bedoeld met “${near}”` : ''}`
  })
  const isOne = lacking.length === 1
  const has =
    found.length > 0
      ? `Op regel ${line} staan wel: ${shownOf(found)}.`
      : 'Geen enkele regel ziet eruit als een regel met namen van kolommen.'
  return `${isOne ? 'Deze kolom ontbreekt' : 'Deze kolommen ontbreken'}: ${lacking.join('; ')}. ${has} Schrijf ${isOne ? 'de naam' : 'de namen'} precies zo in de eerste regel, met een puntkomma tussen alle namen.`
}

function shownOf(found: readonly string[]): string {
  const more = found.length - mostNamed
  const shown = found.slice(0, mostNamed).join(', ')
  return more > 0 ? `${shown} en nog ${more}` : shown
}

function named(separator: string): string {
  return (
    { ':': 'een dubbele punt', '/': 'een schuine streep', '^': 'een dakje', '~': 'een tilde' }[separator] ??
    `“${separator}”`
  )
}
