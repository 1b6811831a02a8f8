import { fileURLToPath } from 'node:url'
import { settings } from '../src/platform/config.ts'

/** The settings as the Markdown table of docs/how-to/operate.md: `node --import tsx scripts/settings-table.ts`. */
export function settingsTable(): string {
  const rows = settings.map(({ name, schema, help }) => {
    const byDefault = schema.safeParse(undefined).data
    const shown = byDefault === undefined ? '' : `\`${byDefault}\``
    return `| \`${name}\` | ${shown} | ${help.replaceAll('|', '\\|')} |`
  })
  return ['| Setting | Without it | Meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(settingsTable())
