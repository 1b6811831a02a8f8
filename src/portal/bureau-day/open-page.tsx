import type { Context } from 'hono'
import { useCode } from '../../bureaus/index.ts'
import { findMunicipality, type MunicipalitySettings } from '../../municipalities/index.ts'
import { Button, ErrorSummary, Form, TextField } from '../../platform/http/components/index.ts'
import { giveCookie } from '../../platform/http/cookies.ts'
import { comesFromOurPages } from '../../platform/http/same-origin.ts'
import { readForm } from '../../platform/http/typed-form.ts'
import { cookieNames, siteOf } from '../cookies.ts'
import type { FailureLimit } from '../embedding/limit-failures.ts'
import { BarePage } from '../frame.tsx'
import { municipalityOf } from '../municipality-of.ts'
import { paths } from '../paths.ts'
import type { PortalDeps } from '../portal-deps.ts'
import { notFoundPage } from '../trouble-pages.tsx'
import { texts } from './words.nl.ts'

const words = texts.open

/** Where a chair types the code that stands on paper. */
export async function showOpen(deps: PortalDeps, context: Context) {
  const municipality = await municipalityOf(deps, context.req.param('municipality'))
  if (!municipality) return notFoundPage(deps, context)
  return openPage(deps, context, { municipality })
}

interface Shown {
  readonly municipality: MunicipalitySettings
  readonly typed?: string
  readonly error?: string
  readonly status?: 200 | 403 | 422 | 429
}

function openPage(
  deps: PortalDeps,
  context: Context,
  { municipality, typed = '', error, status = 200 }: Shown,
) {
  context.header('Cache-Control', 'no-store')
  return context.html(
    <BarePage
      {...{
        deps,
        language: 'nl',
        title: error ? `${texts.error}: ${words.title}` : words.title,
        municipality,
      }}
    >
      <ErrorSummary title={texts.notRight} errors={error ? { code: error } : {}} />
      <p>{words.lead}</p>
      <Form csrf="" action={paths.openBureau({ municipality: municipality.slug })}>
        <TextField
          {...{ name: 'code', label: words.code, hint: words.hint, value: typed, error, maxlength: 30 }}
          autocomplete="off"
        />
        <Button>{words.button}</Button>
      </Form>
      <p>{words.help}</p>
    </BarePage>,
    status,
  )
}

/** Exchanges the code for the access of this telephone. Nobody is logged in, so a form of another site is told by the browser alone. */
export async function submitOpen(deps: PortalDeps, failures: FailureLimit, context: Context) {
  const { config, clock } = deps
  const slug = context.req.param('municipality')
  const municipality = await municipalityOf(deps, slug)
  const known = await findMunicipality(deps.database, slug ?? '')
  if (!municipality || !known) return notFoundPage(deps, context)
  if (!comesFromOurPages(context, new URL(config.PORTAL_URL).origin))
    return openPage(deps, context, { municipality, status: 403 })
  const typed = (await readForm(context))?.text('code') ?? ''
  if (await failures.isReached(context))
    return openPage(deps, context, { municipality, typed, error: words.tooMany, status: 429 })
  const used = await useCode(deps, { municipalityId: known.municipalityId, code: typed })
  if (!used.ok) {
    await failures.count(context)
    return openPage(deps, context, { municipality, typed, error: words.faults[used.because], status: 422 })
  }
  const seconds = Math.ceil((used.access.expiresAt.getTime() - clock.now().getTime()) / 1000)
  giveCookie(context, siteOf(config), cookieNames.chair, used.token, Math.min(seconds, longestCookie))
  return context.redirect(paths.bureauDay(), 303)
}

/** In seconds: browsers keep none for longer (RFC 6265bis). */
const longestCookie = 400 * 24 * 3600
