import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { longDate } from '../../platform/dates.ts'
import { type Language, langOf } from '../language.ts'
import type { LegalName } from './legal-sources.ts'
import { Contact, Listed, said } from './notice-parts.tsx'
import { texts } from './texts.ts'

/**
 * When this text was written, for a statement has a date also where nobody assessed the pages (the model in the annex of Implementing Decision
 * (EU) 2018/1523). Whoever changes what it says changes this.
 */
const writtenOn = '2026-11-30'

interface StatementProps {
  readonly municipality: MunicipalitySettings
  readonly address: string
  readonly language: Language
}

/** The parts that Implementing Decision (EU) 2018/1523 asks of a statement, from what the municipality's file says. */
export function AccessibilityStatement(props: StatementProps) {
  const { language } = props
  const { contact, notices } = props.municipality
  const words = texts[language].accessibility
  const assessment = notices?.accessibility
  const law = (name: LegalName) => said(name, language)
  return (
    <>
      <p>
        {words.lead(law('accessibilityLaw'))} {props.address}.
      </p>
      <h2>{words.status}</h2>
      <p>{assessment ? words.statuses[assessment.status](law('norm')) : words.notAssessed(law('norm'))}</p>
      {assessment && (
        <>
          <h2>{words.limits}</h2>
          {assessment.limits ? (
            <Listed items={assessment.limits} lang={langOf('nl', language)} />
          ) : (
            <p>{words.noLimits}</p>
          )}
        </>
      )}
      <h2>{words.otherWays}</h2>
      <Listed items={words.others} />
      <h2>{words.about}</h2>
      <p>
        {assessment
          ? words.assessed[assessment.assessedBy](longDate(assessment.assessedOn, language))
          : words.written(longDate(writtenOn, language))}
      </p>
      <p>{words.form(law('accessibilityForm'))}</p>
      <h2>{words.feedback}</h2>
      <p>{words.feedbackText}</p>
      <Contact {...{ contact, language }} />
      <h2>{words.complaint}</h2>
      <p>{words.complaintText(law('accessibilityComplaint'))}</p>
    </>
  )
}
