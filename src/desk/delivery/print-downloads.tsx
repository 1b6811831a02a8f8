import { coverOf, manifestName, type PrintFileFacts, type TakenFile } from '../../letters/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { texts } from './print-texts.nl.ts'

const { files, taken: said } = texts

interface Given {
  readonly election: string
  readonly taken: ReadonlyMap<string, TakenFile>
}

/** What the printer gets of one print file: the name of each, and what people call it. */
function filesOf({ name, cover }: PrintFileFacts): [name: string, text: string][] {
  return [
    [`${name}.pdf`, files.pdf],
    [`${name}.index.csv`, files.index],
    [`${name}.addresses.csv`, files.addresses],
    ...(cover ? [[coverOf(name), files.cover] as [string, string]] : []),
  ]
}

export function Downloads({ file, election }: { file: PrintFileFacts; election: string }) {
  return (
    <>
      {filesOf(file).map(([name, text]) => (
        <>
          <a href={paths.printFile({ election, file: name })}>{text}</a>{' '}
        </>
      ))}
    </>
  )
}

/** Who took which of them last. */
export function Taken({ file, taken }: Pick<Given, 'taken'> & { file: PrintFileFacts }) {
  const lines = filesOf(file).flatMap(([name, text]) => {
    const last = taken.get(name)
    return last ? [`${text}: ${lastTime(last)}`] : []
  })
  return lines.length === 0 ? said.never : lines.map((line) => <div>{line}</div>)
}

/** Says which files are to be printed; its own fingerprint is in no book, for it changes with each file. */
export function Manifest({ election, taken }: Given) {
  const last = taken.get(manifestName)
  return (
    <p>
      {files.manifestText} <a href={paths.printFile({ election, file: manifestName })}>{files.manifest}</a>
      {last && `, ${said.taken} ${lastTime(last)}`}
    </p>
  )
}

function lastTime({ takenAt, by, times }: TakenFile): string {
  return said.last(momentText(takenAt), by) + (times > 1 ? said.times(countText(times)) : '')
}
