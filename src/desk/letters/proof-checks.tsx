import type { Election } from '../../elections/index.ts'
import { type Check, type CheckFinding, checkTextsNl, partName, wrongChecks } from '../../letters/index.ts'
import { CheckList } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

interface ProofChecksProps {
  readonly election: Pick<Election, 'ruleset'>
  readonly checks: readonly Check[]
}

/** What was checked of the letters: ✓ or ✗, of how many, what was found and what to do. What is wrong comes first. */
export function ProofChecks({ election, checks }: ProofChecksProps) {
  const order = { wrong: 0, unsure: 1, right: 2 }
  return (
    <section>
      <h2>{texts.proof.checks}</h2>
      <p>{verdict(checks)}</p>
      <CheckList
        checks={checks
          .toSorted((one, other) => order[one.outcome] - order[other.outcome])
          .map((check) => ({
            outcome: check.outcome,
            said: texts.proof.outcomes[check.outcome],
            title: checkTextsNl[check.code].title,
            note: texts.proof.checked(check.letters),
            more: check.outcome === 'right' ? undefined : <Found election={election} check={check} />,
          }))}
      />
    </section>
  )
}

function verdict(checks: readonly Check[]): string {
  const wrong = wrongChecks(checks).length
  if (wrong > 0) return texts.proof.wrong(wrong)
  const unsure = checks.filter(({ outcome }) => outcome === 'unsure').length
  return unsure > 0 ? texts.proof.unsure(unsure) : texts.proof.allRight
}

interface FoundProps {
  readonly election: Pick<Election, 'ruleset'>
  readonly check: Check
}

function Found({ election, check: { code, found, findings } }: FoundProps) {
  return (
    <>
      <p>{texts.proof.todo(checkTextsNl[code].remedy)}</p>
      <ul>
        {/* What was found on a plate for letters in two languages is one thing to mend. */}
        {[...new Set(findings.map((finding) => findingText(election, finding)))].map((text) => (
          <li>{text}</li>
        ))}
        {found > findings.length && <li>{texts.proof.more(found - findings.length)}</li>}
      </ul>
    </>
  )
}

function findingText(
  election: Pick<Election, 'ruleset'>,
  { section, listNumber, part, says, shouldSay }: CheckFinding,
): string {
  const where = `${texts.proof.where(section, listNumber)}: ${partName(election, part)}`
  if (says === undefined) return where
  return shouldSay === undefined ? `${where} “${says}”` : `${where} ${texts.proof.instead(says, shouldSay)}`
}
