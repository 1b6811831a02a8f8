import { hourText, openingHours, type Section } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { ButtonLink, SummaryList } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { showPage } from '../show-page.tsx'
import { sectionOf } from './section-of.ts'
import { texts } from './texts.nl.ts'

/** How far the letter is that has to come in the place of one that does not hold any more. */
export type Meanwhile = keyof typeof texts.meanwhile.why

/** Who has no letter that holds is not sent away: where and when they vote is known, and no secret. */
export function MeanwhilePart({
  desk,
  why,
  section,
}: {
  desk: ElectionDesk
  why: Meanwhile
  section: Section
}) {
  const { meanwhile } = texts
  const election = desk.election.code
  return (
    <>
      <h2>{meanwhile.title}</h2>
      <p>{meanwhile.why[why]}</p>
      <ol>
        {meanwhile.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <ButtonLink href={paths.whereToVote({ election, section: section.section })}>
        {meanwhile.open}
      </ButtonLink>
      {may(desk, 'letters.read') && (
        <p>
          <a href={paths.corrections({ election })}>{meanwhile.corrections}</a>
        </p>
      )}
    </>
  )
}

/** Where and when one section votes, to print for a voter: of no person, and no letter. */
export async function showWhereToVote(desk: ElectionDesk) {
  const { election, context } = desk
  const section = await sectionOf(desk, Number(context.req.param('section')))
  if (!section) return notFoundPage(desk)
  const { slip } = texts.meanwhile
  const { open, close } = openingHours(election)
  const { street, houseNumber, postcode, city } = section.place.address
  return showPage(
    desk,
    {
      title: slip.title,
      trail: [{ href: paths.duplicates({ election: election.code }), text: texts.counter.title }],
    },
    <>
      <p>
        <strong>{slip.noLetter}</strong>
      </p>
      <SummaryList
        facts={[
          { name: slip.election, value: election.name },
          { name: slip.day, value: longDate(election.pollingDay, 'nl') },
          { name: slip.hours, value: slip.between(hourText(open), hourText(close)) },
          { name: texts.voter.section, value: section.section },
          { name: slip.place, value: section.place.name },
          { name: texts.voter.room, value: section.room },
          { name: slip.address, value: `${street} ${houseNumber}, ${postcode} ${city}` },
        ]}
      />
      <p>{slip.bring}</p>
      <p class="quiet">{slip.print}</p>
    </>,
  )
}
