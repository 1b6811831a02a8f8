import { HtmlValidate } from 'html-validate'
import { knownAttributes } from './known-attributes.ts'

const validator = new HtmlValidate({
  root: true,
  plugins: [knownAttributes],
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // Without script what is under way shows how far it is by coming anew; with script nothing is loaded again.
  rules: { 'meta-refresh': 'off', 'known-attributes': 'error' },
})

/** What is wrong with the HTML of a page by the standard, a line each; nothing is what we want. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId} at ${line}:${column}: ${message}`),
  )
}
