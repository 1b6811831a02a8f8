import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { longDate } from '../../platform/dates.ts'
import { Contact, Listed, said } from './notice-parts.tsx'
import { texts } from './texts.nl.ts'

const words = texts.accessibility

/** The parts that Implementing Decision (EU) 2018/1523 asks of a statement, from what the municipality's file says. */
export function AccessibilityStatement(props: { municipality: MunicipalitySettings; address: string }) {
  const { contact, notices } = props.municipality
  const assessment = notices?.accessibility
  return (
    <>
      <p>
        {words.lead(said('accessibilityLaw'))} {props.address}.
      </p>
      <h2>{words.status}</h2>
      <p>{assessment ? words.statuses[assessment.status](said('norm')) : words.notAssessed(said('norm'))}</p>
      {assessment && (
        <>
          <h2>{words.limits}</h2>
          {assessment.limits ? <Listed items={assessment.limits} /> : <p>{words.noLimits}</p>}
        </>
      )}
      <h2>{words.otherWays}</h2>
      <Listed items={words.others} />
      <h2>{words.about}</h2>
      {assessment && <p>{words.assessed[assessment.assessedBy](longDate(assessment.assessedOn, 'nl'))}</p>}
      <p>{words.form(said('accessibilityForm'))}</p>
      <h2>{words.feedback}</h2>
      <p>{words.feedbackText}</p>
      <Contact contact={contact} />
      <h2>{words.complaint}</h2>
      <p>{words.complaintText(said('accessibilityComplaint'))}</p>
    </>
  )
}
