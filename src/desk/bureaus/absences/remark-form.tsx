import { longestRemark, type ReportedMember } from '../../../bureaus/index.ts'
import { Button, Form, Radios, TextArea } from '../../../platform/http/components/index.ts'
import { may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import type { SentProps } from './sent-files.tsx'
import { texts } from './texts.nl.ts'

const words = texts.remark

/** What members and witnesses said of who stayed away, and a form for one more. */
export function RemarkForm({ desk, errors, shown }: SentProps) {
  const { file, bureau } = shown
  if (typeof file === 'string') return null
  const people = [...file.reported, ...file.excusedAfter, ...file.takenBack]
  if (people.length === 0) return null
  const { election, csrf, form } = desk
  const mayAdd = file.reported.length > 0 && may(desk, 'bureaus.manage')
  if (!mayAdd && !people.some(({ remarks = [] }) => remarks.length > 0)) return null
  return (
    <>
      <h2>{words.title}</h2>
      {people.map((one) => (
        <Said {...one} />
      ))}
      {mayAdd && (
        <>
          <p>{words.lead}</p>
          <Form csrf={csrf} action={paths.remarkAbsence({ election: election.code, number: bureau.number })}>
            <Radios
              {...{ name: 'over', label: words.who, error: errors.over, value: form.text('over') }}
              choices={file.reported.map(({ assignmentId, name }) => ({ value: assignmentId, label: name }))}
            />
            <Radios
              {...{ name: 'van', label: words.by, error: errors.van, value: form.text('van') }}
              choices={[
                { value: 'member', label: words.said.member },
                { value: 'witness', label: words.said.witness },
              ]}
            />
            <TextArea
              {...{
                name: 'opmerking',
                label: words.text,
                hint: words.hint,
                error: errors.opmerking,
                rows: 3,
              }}
              {...{ maxlength: longestRemark, value: form.text('opmerking') }}
            />
            <Button kind="secondary">{words.button}</Button>
          </Form>
        </>
      )}
    </>
  )
}

function Said({ name, remarks = [] }: ReportedMember) {
  return (
    <>
      {remarks.map(({ saidBy, text }) => (
        <p>
          {words.line[saidBy]} over {name}: {text}
        </p>
      ))}
    </>
  )
}
