import type { WriteStream } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { type Result, refused } from '../platform/result.ts'
import type { TextLanguage } from '../voters/index.ts'
import { WrongUse } from './arguments.ts'
import type { Options } from './command.ts'

export const sheetOption = [
  '--sheet FILE',
  'write the rows to mend here, to be filled in and given to `voters mend`: personal data',
] as const
export const sheetLanguageOption = [
  '--language LANGUAGE',
  'of the sheet and of the file with findings: nl or en',
  'nl',
] as const

/** Clerks read Dutch. */
export function languageFrom({ language }: Options): TextLanguage {
  if (language !== 'nl' && language !== 'en') throw new WrongUse('--language is nl or en')
  return language
}

/** A file for the mending sheet that somebody asked for. */
export interface WantedSheet {
  readonly path: string
  readonly stream: WriteStream
  readonly language: TextLanguage
  /** Runs what fills it and answers its lines; without a line there is no file. */
  filledBy(fill: (sheet: WantedSheet) => Promise<number>): Promise<number>
}

/** Opens the file before anything else: what cannot be written is known at once. Only its owner may read it. */
export async function openSheet(
  given: Options,
): Promise<Result<WantedSheet, 'file-exists' | 'not-writable'> | undefined> {
  const { sheet: path } = given
  if (typeof path !== 'string') return undefined
  const language = languageFrom(given)
  let file: FileHandle
  try {
    file = await open(path, 'wx', 0o600)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'EEXIST' ? refused('file-exists', path) : refused('not-writable', `${path}: ${code}`)
  }
  return { ok: true, ...sheetIn(file, path, language) }
}

function sheetIn(file: FileHandle, path: string, language: TextLanguage): WantedSheet {
  const stream = file.createWriteStream()
  const sheet: WantedSheet = {
    ...{ path, stream, language },
    async filledBy(fill) {
      let lines = 0
      try {
        lines = await fill(sheet)
        return lines
      } finally {
        stream.end()
        await finished(stream)
        if (lines === 0) await rm(path)
      }
    },
  }
  return sheet
}
