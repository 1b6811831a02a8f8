import { hourText } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import { type Language, langOf } from '../language.ts'
import { paths } from '../paths.ts'
import { isReleased, type MyConvocation } from './my-convocation.ts'
import { type Texts, texts } from './texts.ts'

interface ConvocationsProps {
  readonly convocations: readonly MyConvocation[]
  readonly language: Language
}

/** Where and when a citizen has to be as a member of a bureau, and the way to answer; nothing for who is not called. */
export function Convocations({ convocations, language }: ConvocationsProps) {
  return convocations.map((mine) => <Convocation {...{ mine, language }} />)
}

function Convocation({ mine, language }: CallProps) {
  const words = texts[language]
  const { bureau, electionName, assignmentId } = mine
  return (
    <section class="portal-card">
      <h2>{titleOf(mine, words)}</h2>
      <p lang={langOf('nl', language)}>{electionName}</p>
      <CallFacts {...{ mine, language }} />
      <p>{stateOf(mine, words)}</p>
      <p>
        <a href={paths.call({ call: assignmentId })}>
          {openTextOf(mine, words)}{' '}
          <span class="govuk-visually-hidden">({words.bureaus[bureau.kind](bureau.number)})</span>
        </a>
      </p>
    </section>
  )
}

interface CallProps {
  readonly mine: MyConvocation
  readonly language: Language
}

/** What one is in a bureau, was, or need not be any more. */
export function titleOf(
  { hasServed, away, isOver, isExcused, isRevoked, bureau }: MyConvocation,
  words: Texts,
): string {
  if (away) return words.away.titles[away]
  if (hasServed) return words.served.title
  if (isExcused) return words.released.excused
  if (isRevoked) return words.released.revoked
  return isOver ? words.away.over : words.title[bureau.kind]
}

function openTextOf(mine: MyConvocation, words: Texts): string {
  if (mine.away === 'ABSENT' || (mine.isOver && !mine.hasServed)) return words.away.open
  if (mine.hasServed) return words.served.open
  return isReleased(mine) ? words.released.open : words.open
}

/** Role, bureau, day and place; the hour only of who has to be there. */
export function CallFacts({ mine, language }: CallProps) {
  const { role, bureau, place, day, from, hasServed, away, isOver } = mine
  const hasToCome = !hasServed && !away && !isOver && !isReleased(mine)
  const words = texts[language]
  const dutch = langOf('nl', language)
  return (
    <dl class="portal-facts">
      <div>
        <dt>{words.role}</dt>
        <dd>
          <strong>{words.roles[role]}</strong>
          <span>{words.bureaus[bureau.kind](bureau.number)}</span>
        </dd>
      </div>
      <div>
        <dt>{words.when}</dt>
        <dd>
          <strong>{longDate(day, language)}</strong>
          {hasToCome && <span>{from ? words.from(hourText(from, language)) : words.noHour}</span>}
        </dd>
      </div>
      <div>
        <dt>{words.where}</dt>
        <dd>
          {place ? <strong lang={dutch}>{place.name}</strong> : <span>{words.noPlace}</span>}
          {place?.addressLines.map((line) => (
            <span lang={dutch}>{line}</span>
          ))}
        </dd>
      </div>
    </dl>
  )
}

/** How it stands with the answer, in a sentence. */
export function stateOf(
  { isExcused, isRevoked, isDelivered, reply, hasServed, away, isExcusedAfter, isOver }: MyConvocation,
  words: Texts,
): string {
  const { states } = words
  if (away) return isExcusedAfter ? words.away.excused : words.away.states[away]
  if (hasServed) return words.served.thanks
  if (isExcused) return states.EXCUSED
  if (isRevoked) return words.released.revokedState
  if (isOver && reply !== 'EXCUSE_PENDING') return words.away.unknown
  return isDelivered ? states[reply] : states.UNDER_WAY
}
