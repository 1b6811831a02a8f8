import { raw } from 'hono/html'
import { qrSvg } from '../../platform/pdf/qr-drawing.ts'
import { type LetterForm, voterTexts } from './letter-form.ts'
import { letterStyle } from './letter-style.ts'

/** From the letter to where it was opened: what is printed or looked at elsewhere has none. */
export interface WayBack {
  readonly href: string
  readonly text: string
  /** In another language than the letter, perhaps. */
  readonly language: string
}

/** The letter as a page of its own: one file that any browser shows, without script and without anything from outside. */
export function htmlLetter(form: LetterForm, back?: WayBack): string {
  const { language, documentTitle } = form.data
  const page = (
    <html lang={`${language}-BE`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{documentTitle}</title>
        <style>{raw(letterStyle)}</style>
      </head>
      <body>
        {back && (
          <nav class="back">
            <a href={back.href} lang={back.language === language ? undefined : back.language}>
              {back.text}
            </a>
          </nav>
        )}
        <LetterBody {...form} />
      </body>
    </html>
  )
  return `<!doctype html>${page}\n`
}

/** Landmarks and headings of the letter, for a page that brings its own frame. It goes with `letterStyle`. */
export function LetterBody(form: LetterForm) {
  const { data, arms } = form
  const { municipality: town, texts } = data
  const { fullName, addressLines, mark } = voterTexts(form)
  return (
    <>
      <header>
        {arms && <Drawing class="arms" svg={arms} alternative={data.armsAlternative} />}
        <p class="postage">{data.postageMention}</p>
        <address>
          <Lines of={[town.department, ...town.addressLines]} first={<b class="town">{town.name}</b>} />
        </address>
      </header>
      <main>
        <p>
          <Lines of={[fullName, ...addressLines]} />
        </p>
        {mark && <p class="mark">{mark}</p>}
        <p class="overline">
          <Lines of={data.overline.filter((line) => line !== undefined)} />
        </p>
        <h1>{data.title}</h1>
        <p>{data.invitation}</p>
        <WhereAndWhen {...form} />
        <Voter {...form} />
        {data.statements.length > 0 && (
          <section>
            <h2>{texts.goodToKnow}</h2>
            {data.statements.map(({ title, text }) => (
              <>
                {title && <h3>{title}</h3>}
                <p>{text}</p>
              </>
            ))}
          </section>
        )}
        <p>
          <Lines of={town.signedBy} />
        </p>
        <Practical {...form} />
        <section class="law">
          <h2>{texts.statutory}</h2>
          {data.clauses.map(({ title, text, source }) => (
            <>
              {title && <h3>{title}</h3>}
              <p>{text}</p>
              {source && (
                <p class="source">
                  {texts.source}: {source}
                </p>
              )}
            </>
          ))}
        </section>
      </main>
    </>
  )
}

function WhereAndWhen(form: LetterForm) {
  const { texts, weekday, day, hours, bureau, room } = form.data
  return (
    <section class="box">
      <h2>{texts.whereAndWhen}</h2>
      <dl>
        <div>
          <dt>{texts.where}</dt>
          <dd>
            <Lines
              first={<b class="key">{bureau}</b>}
              of={[<b>{room.place}</b>, room.name, ...room.addressLines]}
            />
          </dd>
        </div>
        <div>
          <dt>{texts.when}</dt>
          <dd class="key">
            <Lines of={[`${weekday} ${day}`, hours]} />
          </dd>
        </div>
        <div>
          <dt>{texts.listNumber}</dt>
          <dd class="key">{voterTexts(form).listNumber}</dd>
        </div>
      </dl>
    </section>
  )
}

function Voter(form: LetterForm) {
  const { texts, assemblies } = form.data
  const { fullName, listAddressLine } = voterTexts(form)
  return (
    <>
      <section>
        <h2>{texts.yourDetails}</h2>
        <dl>
          <dt>{texts.name}</dt>
          <dd>{fullName}</dd>
          <dt>{texts.listAddress}</dt>
          <dd>{listAddressLine}</dd>
        </dl>
      </section>
      <section>
        <h2>{texts.youElect}</h2>
        <Bullets of={assemblies} />
      </section>
      <section>
        <h2>{texts.bringTitle}</h2>
        <Bullets of={texts.bring} />
      </section>
    </>
  )
}

function Practical({ data, voter }: LetterForm) {
  const { texts, duplicateDesk, access, practicalInfo, municipality: town, website } = data
  return (
    <section>
      <h2>{texts.practical}</h2>
      <h3>{texts.duplicateDesk}</h3>
      <p>
        <Lines of={[duplicateDesk.place, ...duplicateDesk.addressLines]} />
      </p>
      <Bullets of={duplicateDesk.hours} />
      {access && (
        <>
          <h3>{texts.access}</h3>
          <p>{access}</p>
        </>
      )}
      <h3>{texts.questions}</h3>
      <address>
        <Lines
          of={[
            town.department,
            <a href={`tel:${town.phone.replace(/[^+\d]/g, '')}`}>{town.phone}</a>,
            <a href={`mailto:${town.email}`}>{town.email}</a>,
            <a href={town.website}>{website}</a>,
          ]}
        />
      </address>
      {practicalInfo && (
        <>
          <h3>{texts.practicalInfo}</h3>
          <Bullets of={practicalInfo} />
        </>
      )}
      <Drawing class="qr" svg={qrSvg(voter.qrText)} alternative={data.qrAlternative} />
      <p>{texts.qrCaption}</p>
    </section>
  )
}

type Line = string | ReturnType<typeof Bullets>

function Lines({ of, first }: { of: readonly Line[]; first?: Line }) {
  return (
    <span class="lines">
      {first}
      {of.map((line) => (
        <span>{line}</span>
      ))}
    </span>
  )
}

function Bullets({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}

/** A drawing that was checked when it came in, or that we drew; a screen reader hears its alternative. */
function Drawing({ svg, alternative, class: name }: { svg: string; alternative: string; class: string }) {
  return (
    <div class={name} role="img" aria-label={alternative}>
      {raw(svg.replace(/<title>[\s\S]*?<\/title>/, '').replace('<svg', '<svg aria-hidden="true"'))}
    </div>
  )
}
