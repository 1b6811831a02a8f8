import type { Context } from 'hono'
import {
  isStaffRole,
  listMunicipalities,
  logIn,
  type StaffRole,
  staffRoles,
} from '../../municipalities/index.ts'
import { Button } from '../../platform/http/components/index.ts'
import { comesFromOurPages } from '../../platform/http/same-origin.ts'
import { readForm } from '../../platform/http/typed-form.ts'
import { giveCookie } from '../cookies.ts'
import { type DeskDeps, deskUrl, sessionLimits } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { BarePage } from './login-trouble-page.tsx'
import { texts } from './texts.nl.ts'

/** Outside production: become any role of any municipality, without the login service. */
export async function becomePage({ config, database }: DeskDeps, context: Context) {
  const municipalities = await listMunicipalities(database)
  return context.html(
    <BarePage config={config} context={context} title={texts.become.title}>
      <p>{texts.become.text}</p>
      {municipalities.map((municipality) => (
        <>
          <h2>{municipality.name}</h2>
          <form method="post">
            <input type="hidden" name="organisation" value={municipality.enterpriseNumber} />
            <div class="govuk-button-group">
              {Object.keys(staffRoles).map((role) => (
                <Button kind="secondary" name="role" value={role}>
                  {texts.become.roles[role as StaffRole]}
                </Button>
              ))}
            </div>
          </form>
        </>
      ))}
    </BarePage>,
  )
}

/** Makes the person of this role, marked as of the demonstration: a production database refuses them. */
export async function become(deps: DeskDeps, context: Context): Promise<Response> {
  const form = comesFromOurPages(context, new URL(deskUrl(deps.config)).origin) && (await readForm(context))
  const role = form ? form.text('role') : ''
  if (!form || !isStaffRole(role)) return context.redirect(paths.become(), 303)
  const organisation = form.text('organisation')
  const limits = sessionLimits(deps)
  const loggedIn = await logIn(deps, {
    identity: {
      ...invented(role, sessionEnd(deps, limits)),
      organisation,
      roles: [{ role, organisations: [organisation] }],
    },
    ...{ limits, operator: organisation, isDemo: true },
  })
  if (!loggedIn.ok) return context.redirect(paths.become(), 303)
  giveCookie(context, deps.config, 'session', loggedIn.token)
  return context.redirect(paths.start(), 303)
}

/** Nobody knows these people, so none of them could prove again who they are: their login stays fresh for as long as it lasts. */
function sessionEnd({ clock }: DeskDeps, { whole }: { whole: number }): Date {
  return new Date(clock.now().getTime() + whole * 60_000)
}

function invented(role: StaffRole, authenticatedAt: Date) {
  const name = `${texts.become.roles[role]} (oefening)`
  return { issuer: 'kiesloket:dev', subject: role, name, targetGroup: 'LB', authenticatedAt }
}
