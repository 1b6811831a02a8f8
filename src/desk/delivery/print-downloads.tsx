import {
  coverOf,
  manifestName,
  type PrintFileFacts,
  type TakenFile,
  type WrittenFile,
} from '../../letters/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { texts } from './print-texts.nl.ts'

const { files, taken: said } = texts

interface Given {
  readonly election: { readonly code: string }
  readonly taken: ReadonlyMap<string, TakenFile>
}

/** What the printer gets of one print file: the name of each, and what people call it. */
export function filesOf({ name, cover }: PrintFileFacts): [name: string, text: string][] {
  return [
    [`${name}.pdf`, files.pdf],
    [`${name}.index.csv`, files.index],
    [`${name}.addresses.csv`, files.addresses],
    ...(cover ? [[coverOf(name), files.cover] as [string, string]] : []),
  ]
}

interface DownloadsProps {
  readonly file: PrintFileFacts
  readonly election: string
  /** The names of what lies on this machine. */
  readonly here: ReadonlySet<string>
  readonly written: WrittenFile | undefined
}

/** What is here to be taken; what is not says where it was written, by whom and when. */
export function Downloads({ file, election, here, written }: DownloadsProps) {
  if (!here.has(`${file.name}.pdf`)) {
    const { where = null, by = '', writtenAt } = written ?? {}
    return files.elsewhere({ where, by, at: writtenAt ? momentText(writtenAt) : '' })
  }
  const present = filesOf(file).filter(([name]) => here.has(name))
  return (
    <>
      {present.map(([name, text]) => (
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
  const { code } = election
  const [last, lastZip] = [taken.get(manifestName), taken.get(zipName(election))]
  return (
    <>
      <p>
        <a href={paths.printZip({ election: code })}>{texts.zip.link}</a>
        {lastZip && `, ${said.taken} ${lastTime(lastZip)}`}. {texts.zip.text}
      </p>
      <p>
        {files.manifestText}{' '}
        <a href={paths.printFile({ election: code, file: manifestName })}>{files.manifest}</a>
        {last && `, ${said.taken} ${lastTime(last)}`}
      </p>
    </>
  )
}

/** What the ZIP with every print file of an election is called. */
export function zipName({ code }: { readonly code: string }): string {
  return `${code}-drukbestanden.zip`
}

function lastTime({ takenAt, by, times }: TakenFile): string {
  return said.last(momentText(takenAt), by) + (times > 1 ? said.times(countText(times)) : '')
}
