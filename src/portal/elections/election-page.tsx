import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonLink, Inset } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts } from './texts.nl.ts'
import { WhereAndWhen } from './where-and-when.tsx'

/** Everything about one election for this citizen: where, when, how to get in, what to bring, what for. */
export function showElection(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality, form } = mine
  const isCorrected = letters.length > 1
  return showPage(
    portal,
    { title: election.name, municipality: municipality.name },
    <>
      {isCorrected && (
        <Inset>
          <p class="govuk-body">
            <strong>{texts.changed.title}</strong>
          </p>
          <p class="govuk-body">{texts.changed.text}</p>
        </Inset>
      )}
      <WhereAndWhen {...mine} />
      <ButtonLink href={paths.myLetter({ election: election.electionId })}>{texts.openLetter}</ButtonLink>
      <Access {...mine} />
      <Listed title={texts.bring} items={form.data.texts.bring} />
      <Listed title={texts.youElect} items={form.data.assemblies} />
      {form.data.statements.map(({ title, text }) => (
        <>
          {title && <h2 class="govuk-heading-m">{title}</h2>}
          <p class="govuk-body">{text}</p>
        </>
      ))}
    </>,
  )
}

function Access({ form, section }: MyLetter) {
  const { access } = form.data
  const { stepFree, facilities = [] } = section?.place.details ?? {}
  const known = stepFree === undefined ? [] : [stepFree ? texts.stepFree : texts.notStepFree]
  const items = [...known, ...facilities]
  if (!access && items.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{texts.access}</h2>
      {access && <p class="govuk-body">{access}</p>}
      {items.length > 0 && <Bullets items={items} />}
    </>
  )
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <Bullets items={items} />
    </>
  )
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
