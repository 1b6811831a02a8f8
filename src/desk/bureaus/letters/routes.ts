import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { convokeAll, previewOfCall, print, sendCorrections, stopConvoking } from './files.ts'
import { saveInstructions, showInstructions } from './instructions-page.tsx'
import { openLetter, prove, sendAgain, showLetter } from './letter-page.tsx'
import { showLetters } from './letters-page.tsx'

const manage = { right: 'bureaus.manage' } as const
const opened = 'bureaus.letter-opened'

export const routes: readonly DeskRoute[] = [
  get(paths.memberLetters, { ...manage, audit: 'bureaus.letters-opened' }, withElection(showLetters)),
  post(
    paths.convokeAll,
    { ...manage, audit: 'bureaus.convocation-asked', fresh: true },
    withElection(convokeAll),
  ),
  post(paths.correctCalls, { ...manage, audit: 'bureaus.corrections-asked' }, withElection(sendCorrections)),
  post(paths.stopConvoking, { ...manage, audit: 'bureaus.convocation-stopped' }, withElection(stopConvoking)),
  get(paths.callPreview, { ...manage, audit: opened }, withElection(previewOfCall)),
  post(paths.printMemberLetters, { ...manage, audit: 'bureaus.letters-printed' }, withElection(print)),
  get(paths.memberLetter, { ...manage, audit: 'bureaus.letter-facts-opened' }, withElection(showLetter)),
  get(paths.memberLetterPdf, { ...manage, audit: opened }, withElection(openLetter)),
  post(paths.sendLetterAgain, { ...manage, audit: 'bureaus.letters-sent' }, withElection(sendAgain)),
  get(
    paths.chairInstructions,
    { ...manage, audit: 'bureaus.instructions-opened' },
    withElection((desk) => showInstructions(desk)),
  ),
  post(
    paths.writeInstructions,
    { ...manage, audit: 'bureaus.instructions-written' },
    withElection(saveInstructions),
  ),
  post(paths.proveMemberLetter, { ...manage, audit: 'bureaus.letter-proven' }, withElection(prove)),
]
