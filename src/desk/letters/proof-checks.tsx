import type { Election } from '../../elections/index.ts'
import { type Check, type CheckFinding, checkTextsNl, wrongChecks } from '../../letters/index.ts'
import { CheckList } from '../../platform/http/components/index.ts'
import { partName } from './part-name.ts'
import { texts } from './texts.nl.ts'

interface ProofChecksProps {
  readonly election: Pick<Election, 'ruleset'>
  readonly checks: readonly Check[]
}

/** What was checked of the letters: ✓ or ✗, of how many, what was found and what to do. What is wrong comes first. */
export function ProofChecks({ election, checks }: ProofChecksProps) {
  const wrong = wrongChecks(checks).length
  const order = { wrong: 0, unsure: 1, right: 2 }
  return (
    <section>
      <h2>{texts.proof.checks}</h2>
      <p>{wrong > 0 ? texts.proof.wrong(wrong) : texts.proof.allRight}</p>
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

interface FoundProps {
  readonly election: Pick<Election, 'ruleset'>
  readonly check: Check
}

function Found({ election, check: { code, found, findings } }: FoundProps) {
  return (
    <>
      <p>{texts.proof.todo(checkTextsNl[code].remedy)}</p>
      <ul>
        {findings.map((finding) => (
          <li>{findingText(election, finding)}</li>
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
