import { type Check, type CheckFinding, checkTextsNl, word, wrongChecks } from '../../letters/index.ts'
import { CheckList } from '../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

/** What was checked of the letters: ✓ or ✗, of how many, what was found and what to do. What is wrong comes first. */
export function ProofChecks({ checks }: { checks: readonly Check[] }) {
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
            more: check.outcome === 'right' ? undefined : <Found check={check} />,
          }))}
      />
    </section>
  )
}

function Found({ check: { code, found, findings } }: { check: Check }) {
  return (
    <>
      <p>{texts.proof.todo(checkTextsNl[code].remedy)}</p>
      <ul>
        {findings.map((finding) => (
          <li>{findingText(finding)}</li>
        ))}
        {found > findings.length && <li>{texts.proof.more(found - findings.length)}</li>}
      </ul>
    </>
  )
}

function findingText({ section, listNumber, part, says, shouldSay }: CheckFinding): string {
  const where = `${texts.proof.where(section, listNumber)}: ${word(part)}`
  if (says === undefined) return where
  return shouldSay === undefined ? `${where} “${says}”` : `${where} ${texts.proof.instead(says, shouldSay)}`
}
