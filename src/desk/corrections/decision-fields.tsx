import { type Fact, type FieldErrors, Select, TextField } from '../../platform/http/components/index.ts'
import { mutationKinds } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { texts as ofVoter } from '../voters/search-texts.nl.ts'
import { texts } from './texts.nl.ts'

const said = texts.decision
const longestSource = 120

type Kind = keyof typeof mutationKinds

/** On what an amendment rests, as the law asks it: a ground, the day and the reference. */
export function DecisionFields({
  desk,
  kind,
  errors,
}: {
  desk: ElectionDesk
  kind: Kind
  errors: FieldErrors
}) {
  const { form } = desk
  const typed = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  const grounds = mutationKinds[kind].map((value) => ({ value, label: groundText(value) }))
  return (
    <>
      <h2>{said.title}</h2>
      <Select {...typed('ground')} label={said.ground} choices={[{ value: '', label: '–' }, ...grounds]} />
      <TextField {...typed('decided_on')} label={said.day} hint={said.dayHint} width={10} />
      <TextField {...typed('source')} label={said.source} hint={said.sourceHint} maxlength={longestSource} />
    </>
  )
}

export function decisionFacts({ form }: ElectionDesk): Fact[] {
  return [
    { name: said.ground, value: groundText(form.text('ground')) },
    { name: said.day, value: form.text('decided_on') },
    { name: said.source, value: form.text('source') },
  ]
}

function groundText(ground: string): string {
  return ofVoter.voter.grounds[ground] ?? ground
}
