import type { ExplainedStatement } from '../../elections/index.ts'
import { type Language, langOf } from '../language.ts'

interface ExplainedProps {
  readonly statements: readonly ExplainedStatement[]
  readonly language: Language
}

/** Each with its title; what the municipality says in its own words is marked as in its own language. */
export function Explained({ statements, language }: ExplainedProps) {
  return (
    <>
      {statements.map((statement) => (
        <>
          {statement.title && <h2>{statement.title}</h2>}
          <p>
            <Parts {...statement} language={language} />
          </p>
        </>
      ))}
    </>
  )
}

export function Parts({ parts, language }: Pick<ExplainedStatement, 'parts'> & { language: Language }) {
  return (
    <>
      {parts.map(({ text, language: own }) => {
        const lang = own && langOf(own, language)
        return lang ? <span lang={lang}>{text}</span> : text
      })}
    </>
  )
}
