import { loadBureauRules, loadMemberLetters, loadMessageTemplates } from '../src/bureaus/index.ts'
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

const regimes = ['KWB', 'LPKD'] as const

/** The Markdown page with every value that was not read in the law or in a current public source. */
export function signOffList(): string {
  const rulesets = listRulesets().map((id) => ({ id, rules: loadRuleset(id)! }))
  const ofBureaus = regimes.map((regime) => ({
    id: `bureaus, ${regime}`,
    rules: loadBureauRules({ regime }),
  }))
  const toMembers = regimes.map((regime) => ({
    id: `letters to members of bureaus, ${regime}`,
    rules: loadMemberLetters({ regime }),
  }))
  const messages = regimes.map((regime) => ({
    id: `messages to members of bureaus, ${regime}`,
    rules: loadMessageTemplates({ regime }),
  }))
  const parts = [...rulesets, ...ofBureaus, ...toMembers, ...messages].map(({ id, rules }) => {
    const rows = unverifiedValues(rules).map(row).join('\n')
    return `## ${id}, version ${rules.version}\n\n| Value | Mark | Source | Read on | Note |\n| --- | --- | --- | --- | --- |\n${rows}\n`
  })
  return [introduction, ...parts].join('\n')
}

function row({ path, mark, source, readOn = '', note = '' }: UnverifiedValue): string {
  return `| \`${path}\` | ${markText(mark)} | ${source} | ${readOn} | ${note} |`
}
