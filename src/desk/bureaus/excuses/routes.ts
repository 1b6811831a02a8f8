import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { letInToAll, letInToCase } from './admit.ts'
import { findCalled, recordAnswer, showAnswering, showRecordAnswer } from './answer-page.tsx'
import { askMore, complete, showCase } from './case-page.tsx'
import { decide, sendDecisionLetter } from './decide.ts'
import { showExcuses } from './list-page.tsx'
import { openPaper } from './open-paper.ts'
import { carryKey, makeKey, showKey } from './reader-key-page.tsx'

const looking = { right: 'bureaus.excuses' } as const
const keeping = { right: 'bureaus.manage' } as const
const deciding = { right: 'bureaus.decide' } as const
const stepped = 'bureaus.assignment-stepped'

export const routes: readonly DeskRoute[] = [
  get(paths.excuses, { ...looking, audit: 'bureaus.excuses-opened' }, withElection(showExcuses)),
  get(paths.readerKey, { ...deciding, audit: 'bureaus.reader-key-opened' }, withElection(showKey)),
  post(paths.readerKey, { ...deciding, audit: 'bureaus.reader-key-made' }, withElection(makeKey)),
  post(paths.carryReaderKey, { ...deciding, audit: 'bureaus.reader-key-made' }, withElection(carryKey)),
  post(paths.letReaderInToAll, { ...deciding, audit: 'bureaus.reader-admitted' }, withElection(letInToAll)),
  post(paths.letReaderIn, { ...deciding, audit: 'bureaus.reader-admitted' }, withElection(letInToCase)),
  get(paths.answering, { ...keeping, audit: 'bureaus.excuse-answering-opened' }, withElection(showAnswering)),
  post(paths.answering, { ...keeping, audit: 'bureaus.shown' }, withElection(findCalled)),
  get(
    paths.recordAnswer,
    { ...keeping, audit: 'bureaus.excuse-answering-opened' },
    withElection(showRecordAnswer),
  ),
  post(paths.recordAnswer, { ...keeping, audit: stepped }, withElection(recordAnswer)),
  get(paths.excuse, { ...looking, audit: 'bureaus.excuse-shown' }, withElection(showCase)),
  post(paths.excuseComplete, { ...keeping, audit: stepped }, withElection(complete)),
  post(paths.excuseMore, { ...keeping, audit: stepped }, withElection(askMore)),
  post(paths.excuseDecision, { ...deciding, audit: stepped }, withElection(decide)),
  post(
    paths.excuseDecisionLetter,
    { ...keeping, audit: 'bureaus.letters-sent' },
    withElection(sendDecisionLetter),
  ),
  post(paths.openEvidence, { ...deciding, audit: 'bureaus.evidence-opened' }, withElection(openPaper)),
]
