import { texts } from '../corrections/texts.nl.ts'

const { columns } = texts.values
const names: Readonly<Record<string, string>> = {
  ...columns,
  list_number: 'Volgnummer',
  no_post: 'Geen post',
  kind: 'Wat er moet gebeuren',
  current_last_name: 'Familienaam zoals ze nu is',
  ground: 'Grond',
  decided_on: texts.decision.day,
  source: 'Stuk',
}

/** A column as people call it, with its name in our format behind it: `Soort kiezer (category)`. One that is not ours by its own name. */
export function columnName(column: string): string {
  const name = names[column]
  return name ? `${name} (${column})` : column
}
