import { fileURLToPath } from 'node:url'
import { settings } from '../src/platform/config.ts'

/** The settings as the Markdown table of docs/how-to/operate.md: `node --import tsx scripts/settings-table.ts`. */
export function settingsTable(): string {
  const rows = settings.map((setting) => {
    const byDefault = setting.schema.safeParse(undefined).data
    const standsIn = byDefault === undefined ? [] : [`\`${byDefault}\``]
    const required = 'requiredInProduction' in setting ? ['**required in production**'] : []
    return `| \`${setting.name}\` | ${[...standsIn, ...required].join('; ')} | ${setting.help} |`
  })
  return ['| Setting | Without it | Meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(settingsTable())
