import type { MissingOfPlace } from '../../elections/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import type { PlaceRow, PlacesFacts } from './places-overview.ts'
import { texts } from './texts.nl.ts'

const mostNamed = 8

/** What is not known yet of which places, and what to do; nothing when nothing is missing. */
export function WhatIsMissing({ desk, facts }: { desk: ElectionDesk; facts: PlacesFacts }) {
  const without = (what: MissingOfPlace) => facts.places.filter(({ missing }) => missing.includes(what))
  const [stepFree, coordinates] = [without('step-free'), without('coordinates')]
  if (stepFree.length + coordinates.length + facts.tooLarge.length === 0) return null
  return (
    <>
      <h2>{texts.missing.title}</h2>
      <ul>
        {stepFree.length > 0 && (
          <li>
            {texts.missing.stepFree(stepFree.length)} <Named desk={desk} places={stepFree} />
          </li>
        )}
        {coordinates.length > 0 && (
          <li>
            {texts.missing.coordinates(coordinates.length)} <Named desk={desk} places={coordinates} />
          </li>
        )}
        {facts.tooLarge.map(({ section, voters, largest }) => (
          <li>{texts.missing.tooLarge(section, voters, largest)}</li>
        ))}
      </ul>
    </>
  )
}

function Named({ desk, places }: { desk: ElectionDesk; places: readonly PlaceRow[] }) {
  const election = desk.election.code
  const named = places.slice(0, mostNamed)
  return (
    <>
      {named.map(({ place: { code, name } }, at) => (
        <>
          {at > 0 && ', '}
          {may(desk, 'elections.manage') ? <a href={paths.place({ election, place: code })}>{name}</a> : name}
        </>
      ))}
      {places.length > mostNamed && ` ${texts.missing.andMore(places.length - mostNamed)}`}.
    </>
  )
}
