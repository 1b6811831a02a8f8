import { type Config, describeConfig } from '../../platform/config.ts'
import { SummaryList } from '../../platform/http/components/index.ts'
import type { Desk } from '../desk.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { OperatorViews } from './operator-views.tsx'
import { settingTexts } from './settings-texts.nl.ts'
import { texts } from './texts.nl.ts'

/** Every setting as `doctor` prints it: what is secret is never shown. */
export function showSettings(desk: Desk) {
  const { title, lead } = texts.settings
  const facts = describeConfig(desk.deps.config as Config).map((setting) => ({
    name: setting.name,
    value: <Value {...setting} />,
  }))
  return showPage(
    desk,
    { title },
    <>
      <OperatorViews current={paths.installationSettings()} />
      <p class="desk-lead">{lead}</p>
      <SummaryList facts={facts} />
    </>,
  )
}

type Setting = ReturnType<typeof describeConfig>[number]

function Value({ name, value }: Setting) {
  return (
    <>
      {value === '(not set)' ? texts.settings.notSet : value}
      <br />
      <span class="quiet">{settingTexts[name as keyof Config]}</span>
    </>
  )
}
