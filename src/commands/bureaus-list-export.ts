import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  handedListCsv,
  handedListPdf,
  type ListKind,
  listKinds,
  memberLists,
  openHandedList,
} from '../bureaus/index.ts'
import { byteOrderMark } from '../platform/csv/write-csv.ts'
import { staffOf } from '../platform/db/scope.ts'
import { refused } from '../platform/result.ts'
import { WrongUse } from './arguments.ts'
import { done, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'

export function listExportVerb(bureaus: Command): void {
  const description = {
    name: 'list-export KIND FILE',
    summary: 'Write list A or B as the college adopted it, .csv or .pdf, with the fields that the law asks',
    examples: ['bureaus list-export A list-a.csv', 'bureaus list-export B list-b.pdf --list-version 1'],
    options: [
      municipalityOption,
      electionOption,
      ['--list-version NUMBER', 'which version; absent: the newest that was adopted'],
    ] as const,
  }
  verb(bureaus, description, async (app, [kindTyped, file], options) => {
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { election } = found
    const kind = kindOf(kindTyped!)
    const form = (['csv', 'pdf'] as const).find((one) => file!.toLowerCase().endsWith(`.${one}`))
    if (!form) throw new WrongUse(`${file} is neither .csv nor .pdf`)
    const newest = await app.database.inScope(staffOf(election.municipalityId), async (db) =>
      (await memberLists(db, election, kind)).find(({ state }) => state !== 'DRAFT'),
    )
    const version = Number(options.listVersion ?? newest?.version ?? 0)
    const opened = await openHandedList(app, { election, kind, version, form, by: operator })
    if (!opened.ok) return opened
    const bytes =
      form === 'csv' ? byteOrderMark + handedListCsv(opened) : await handedListPdf(app, { election, opened })
    const fault = await writeFile(file!, bytes, { mode: 0o600 }).catch(
      (error: NodeJS.ErrnoException) => error.code,
    )
    if (fault) return refused('not-writable', `${file}: ${fault}`)
    const { people, fields, list } = opened
    return done(
      { file, kind, version, people: people.length, sha256: list.contentSha256 },
      `${counted(people.length, 'person', 'people')} of list ${kind}, version ${version}, in ${file}.`,
      ...(fields.includes('nationalNumber')
        ? ['It holds national numbers: keep it as you keep the voters list.']
        : []),
    )
  })
}

/** Which list somebody means. */
export function kindOf(text: string): ListKind {
  const kind = listKinds.find((one) => one === text.toUpperCase())
  if (!kind) throw new WrongUse(`${text} is no list: give A or B`)
  return kind
}
