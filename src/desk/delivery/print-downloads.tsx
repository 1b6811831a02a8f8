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

/** What the printer gets of one print file, each with who took it last. */
export function Downloads({ file: { name, cover }, ...given }: Given & { file: PrintFileFacts }) {
  const all = [
    [`${name}.pdf`, files.pdf],
    [`${name}.index.csv`, files.index],
    [`${name}.addresses.csv`, files.addresses],
    ...(cover ? [[coverOf(name), files.cover]] : []),
  ] as [string, string][]
  return (
    <>
      {all.map(([file, text]) => (
        <div>
          <Download {...given} file={file} text={text} />
        </div>
      ))}
    </>
  )
}

/** Says which files are to be printed; its own fingerprint is in no book, for it changes with each file. */
export function Manifest(given: Given) {
  return (
    <p>
      {files.manifestText} <Download {...given} file={manifestName} text={files.manifest} />
    </p>
  )
}

function Download({ election, taken, file, text }: Given & { file: string; text: string }) {
  const last = taken.get(file)
  return (
    <>
      <a href={paths.printFile({ election, file })}>{text}</a>{' '}
      <span class="quiet">
        {last ? said.last(momentText(last.takenAt), last.by, countText(last.times)) : said.never}
      </span>
    </>
  )
}
