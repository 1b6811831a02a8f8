import { currentOf, type MyLetter } from '../../letters/index.ts'
import { ButtonGroup, ButtonLink, Inset } from '../../platform/http/components/index.ts'
import { showPage } from '../frame.tsx'
import { paths } from '../paths.ts'
import { texts as deskTexts } from '../polling-desk/texts.nl.ts'
import type { Portal } from '../portal.ts'
import { WayThere } from '../way-there/way-there.tsx'
import { myStatements } from './my-statements.ts'
import { texts } from './texts.nl.ts'
import { WhereAndWhen } from './where-and-when.tsx'

/** Everything about one election for this citizen: where, when, how to get in, what to bring, what for. */
export function showElection(portal: Portal, letters: readonly MyLetter[]) {
  const mine = currentOf(letters)[0]!
  const { election, municipality, form } = mine
  const address = { election: election.electionId }
  const isCorrected = letters.length > 1
  return showPage(
    portal,
    { title: election.name, municipality },
    <>
      {isCorrected && (
        <Inset>
          <p>
            <strong>{texts.changed.title}</strong>
          </p>
          <p>{texts.changed.text}</p>
        </Inset>
      )}
      <WhereAndWhen {...mine} />
      <ButtonGroup>
        <ButtonLink href={paths.myLetter(address)}>{texts.openLetter}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.pollingDesk(address)}>
          {deskTexts.link}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.appointment(address)}>
          {texts.appointment.link}
        </ButtonLink>
      </ButtonGroup>
      <WayThere portal={portal} mine={mine} />
      <Access {...mine} />
      <Listed title={texts.bring} items={form.data.texts.bring} />
      <Listed title={texts.youElect} items={form.data.assemblies} />
      {myStatements(mine)
        .filter(({ key }) => key !== 'st.phoneOk')
        .map(({ title, text }) => (
          <>
            {title && <h2>{title}</h2>}
            <p>{text}</p>
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
      <h2>{texts.access}</h2>
      {access && <p>{access}</p>}
      {items.length > 0 && <Bullets items={items} />}
    </>
  )
}

function Listed({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <Bullets items={items} />
    </>
  )
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
