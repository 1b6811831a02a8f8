import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { showToCall } from './call-page.tsx'
import { keepContact, showContact } from './contact-page.tsx'
import { receiveFailures, showFailures } from './failures-page.tsx'
import { endGroup, releaseGroup, showGroup } from './group-page.tsx'
import { showMessages } from './messages-page.tsx'
import { askGroup, showNewGroup } from './new-group-page.tsx'
import { backTemplate, changeTemplate, scheduleTemplate, showTemplate } from './template-page.tsx'

const manage = { right: 'bureaus.manage' } as const
const changed = 'bureaus.wording-changed'

export const routes: readonly DeskRoute[] = [
  get(paths.messages, { ...manage, audit: 'bureaus.messages-opened' }, withElection(showMessages)),
  get(paths.messageTemplate, { ...manage, audit: 'bureaus.wording-opened' }, withElection(showTemplate)),
  post(paths.messageTemplate, { ...manage, audit: changed }, withElection(changeTemplate)),
  post(paths.messageTemplateBack, { ...manage, audit: changed }, withElection(backTemplate)),
  post(
    paths.messageSchedule,
    { ...manage, audit: 'bureaus.messages-scheduled' },
    withElection(scheduleTemplate),
  ),
  get(paths.newGroupMessage, { ...manage, audit: 'bureaus.group-message-begun' }, withElection(showNewGroup)),
  post(paths.newGroupMessage, { ...manage, audit: 'bureaus.group-message-asked' }, withElection(askGroup)),
  get(paths.groupMessage, { ...manage, audit: 'bureaus.group-message-opened' }, withElection(showGroup)),
  post(
    paths.releaseGroupMessage,
    { ...manage, audit: 'bureaus.group-message-released', fresh: true },
    withElection(releaseGroup),
  ),
  post(paths.endGroupMessage, { ...manage, audit: 'bureaus.group-message-stopped' }, withElection(endGroup)),
  get(paths.peopleToCall, { ...manage, audit: 'bureaus.call-list-opened' }, withElection(showToCall)),
  get(paths.failures, { ...manage, audit: 'bureaus.failures-opened' }, withElection(showFailures)),
  post(
    paths.failures,
    { ...manage, audit: 'bureaus.failures-read', upload: true },
    withElection(receiveFailures),
  ),
  get(paths.memberContact, { ...manage, audit: 'bureaus.contact-opened' }, withElection(showContact)),
  post(paths.memberContact, { ...manage, audit: 'bureaus.contact-given' }, withElection(keepContact)),
]
