import { Radios, Select, TextArea, TextField } from '../platform/http/components/index.ts'
import type { DocumentField } from './document-form.ts'

interface Props {
  readonly field: DocumentField
  readonly error?: string | undefined
  readonly value: string
}

/** A few answers are all in sight; of many the list opens. */
const mostInSight = 4

/** The field of a form that fills a place in a JSON file. */
export function FieldOf({ field, error, value }: Props) {
  const { path: name, label, hint, lines, rows = lines, type, width, choices, is } = field
  const said = { name, label, hint, error, value }
  if (choices) {
    const Choices = choices.length > mostInSight ? Select : Radios
    return <Choices {...said} choices={choices} />
  }
  if (rows) return <TextArea {...said} rows={rows} />
  return (
    <TextField {...{ ...said, type, width }} {...(is === 'number' && { inputmode: 'decimal' as const })} />
  )
}
