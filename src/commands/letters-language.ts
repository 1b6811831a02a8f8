import type { LanguageRequests } from '../letters/index.ts'
import { counted } from './counted.ts'

/** For whoever composes, asks and releases: what became of the voters who asked for French. */
export function languageLines({ unmet, notOffered, lapsed }: LanguageRequests): string[] {
  return [
    ...(unmet > 0
      ? [
          `! ${counted(unmet, 'voter')} asked for a letter in French and has one in Dutch: in production none can be released.`,
          'The ruleset, the election and the municipality each need their French: see docs/how-to/change-the-letter.md.',
        ]
      : []),
    ...(notOffered > 0
      ? [
          `${counted(notOffered, 'voter')} asked for French where the law has Dutch letters only: theirs are in Dutch.`,
        ]
      : []),
    ...(lapsed > 0
      ? [
          `${counted(lapsed, 'request')} for French no longer held or came too late: those letters are in Dutch.`,
        ]
      : []),
  ]
}
