import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { adopt, reopen, send, showDocument } from './decide.tsx'
import { showDrawn } from './drawn-page.tsx'
import { downloadFaults, receiveListFile, showFile, showPreview, takeOverFile } from './file-page.tsx'
import { downloadHandedList } from './handed-list.tsx'
import { showLists } from './lists-page.tsx'
import { searchPeople, showPeople } from './people-page.tsx'
import { showReceivedList } from './received-list-page.tsx'
import { showReceivedLists } from './received-page.tsx'
import { downloadRefusedRows } from './refused-rows.ts'

const manage = { right: 'bureaus.manage' } as const
const sentHere = { right: 'bureaus.designate' } as const
const looked = { ...manage, audit: 'bureaus.list-file-looked-through' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.memberLists, { ...manage, audit: 'bureaus.lists-opened' }, withElection(showLists)),
  post(paths.adoptList, { ...manage, audit: 'bureaus.list-adopted', upload: true }, withElection(adopt)),
  post(paths.sendList, { ...manage, audit: 'bureaus.list-sent' }, withElection(send)),
  post(paths.reopenList, { ...manage, audit: 'bureaus.list-reopened' }, withElection(reopen)),
  get(paths.listDocument, { ...manage, audit: 'bureaus.list-document-opened' }, withElection(showDocument)),
  get(paths.handedList, { ...manage, audit: 'bureaus.list-fetched' }, withElection(downloadHandedList)),
  get(
    paths.receivedLists,
    { ...sentHere, audit: 'bureaus.received-lists-opened' },
    withElection(showReceivedLists),
  ),
  get(
    paths.receivedListPage,
    { ...sentHere, audit: 'bureaus.received-list-opened' },
    withElection(showReceivedList),
  ),
  get(paths.receivedList, { ...sentHere, audit: 'bureaus.list-fetched' }, withElection(downloadHandedList)),
  get(
    paths.listFile,
    { ...manage, audit: 'bureaus.list-file-opened' },
    withElection((desk) => showFile(desk)),
  ),
  post(
    paths.listFile,
    { ...manage, audit: 'bureaus.list-file-kept', upload: true },
    withElection(receiveListFile),
  ),
  get(paths.listFilePreview, looked, withElection(showPreview)),
  post(paths.listFileTakeOver, { ...manage, audit: 'bureaus.list-a-imported' }, withElection(takeOverFile)),
  get(paths.listFileFaults, looked, withElection(downloadFaults)),
  get(
    paths.listFileRefused,
    { ...manage, audit: 'bureaus.list-file-refused-fetched' },
    withElection(downloadRefusedRows),
  ),
  get(paths.listA, { ...manage, audit: 'bureaus.list-a-opened' }, withElection(showPeople)),
  post(paths.listA, { ...manage, audit: 'bureaus.list-searched' }, withElection(searchPeople)),
  get(paths.listB, { ...manage, audit: 'bureaus.list-b-opened' }, withElection(showDrawn)),
]
