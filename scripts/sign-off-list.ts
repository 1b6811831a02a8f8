import {
  listRulesets,
  loadRuleset,
  markText,
  type UnverifiedValue,
  unverifiedValues,
} from '../src/elections/index.ts'

const introduction = `# Values that a lawyer has to sign off

Written from the rulesets by \`node --import tsx scripts/write-docs.ts\`; a test keeps it in step. What the marks
mean and how a value is signed off stands in [rulesets.md](rulesets.md).
`

/** The Markdown page with every value that was not read in the law or in a current public source. */
export function signOffList(): string {
  const parts = listRulesets().map((id) => {
    const ruleset = loadRuleset(id)!
    const rows = unverifiedValues(ruleset).map(row).join('\n')
    return `## ${id}, version ${ruleset.version}\n\n| Value | Mark | Source | Read on | Note |\n| --- | --- | --- | --- | --- |\n${rows}\n`
  })
  return [introduction, ...parts].join('\n')
}

function row({ path, mark, source, readOn = '', note = '' }: UnverifiedValue): string {
  return `| \`${path}\` | ${markText(mark)} | ${source} | ${readOn} | ${note} |`
}
