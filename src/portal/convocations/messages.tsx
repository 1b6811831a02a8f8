import type { MessageState, SentMessage } from '../../bureaus/index.ts'
import { momentText } from '../../platform/dates.ts'
import type { Language } from '../language.ts'
import { texts } from './texts.ts'

/** What never left, or is still on its way, is not shown: the citizen has nothing of it. */
const shown: Readonly<Partial<Record<MessageState, 'arrived' | 'failed'>>> = {
  sent: 'arrived',
  unconfirmed: 'arrived',
  refused: 'failed',
  bounced: 'failed',
}

/** What the municipality sent to this person by e-mail or SMS. */
export function Messages({ messages, language }: { messages: readonly SentMessage[]; language: Language }) {
  const words = texts[language].messages
  const left = messages.filter(({ state, channel }) => shown[state] && channel)
  if (left.length === 0) return null
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {left.map(({ template, channel, state, finishedAt, writtenAt }) => (
          <li>
            {words.templates[template]}: {momentText(finishedAt ?? writtenAt, language)},{' '}
            {words.channels[channel!]}, {words[shown[state]!]}
          </li>
        ))}
      </ul>
    </>
  )
}
