import { ButtonGroup, ButtonLink, type Fact, SummaryList } from '../../platform/http/components/index.ts'
import { shortMoment } from '../audit/short-moment.ts'
import { paths } from '../paths.ts'
import { showPage } from '../show-page.tsx'
import { formTexts } from './form-texts.nl.ts'
import { sendFile } from './municipality-file.ts'
import { texts } from './texts.nl.ts'
import { type MunicipalityDesk, placeOf } from './with-municipality.ts'

/** One municipality of the installation: what its file says in short, what can be done, and what still has to be. */
export function showMunicipality(desk: MunicipalityDesk) {
  const { document, version, recordedAt } = desk.about.current
  const {
    lead,
    facts: said,
    change,
    changeByFile,
    appearance,
    download,
    downloadHint,
    next,
  } = texts.municipality
  const place = placeOf(desk)
  const facts: Fact[] = [
    { name: formTexts.fields.nisCode, value: document.nisCode },
    { name: formTexts.fields.enterpriseNumber, value: document.enterpriseNumber },
    { name: formTexts.fields.slug, value: document.slug },
    { name: formTexts.fields.languageRegime, value: formTexts.fields.regimes[document.languageRegime] },
    {
      name: formTexts.fields.api,
      value: document.ebox.api ? formTexts.fields.apis[document.ebox.api] : formTexts.fields.asInstallation,
    },
    { name: said.version, value: said.versionOf(version, shortMoment(recordedAt)) },
  ]
  return showPage(
    desk,
    {
      title: document.name,
      trail: [{ href: paths.operator(), text: texts.municipalities.title }],
    },
    <>
      <p class="desk-lead">{lead}</p>
      <SummaryList facts={facts} />
      <ButtonGroup>
        <ButtonLink href={paths.changeMunicipality(place)}>{change}</ButtonLink>
        <ButtonLink kind="secondary" href={paths.changeByFile(place)}>
          {changeByFile}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.appearance(place)}>
          {appearance}
        </ButtonLink>
      </ButtonGroup>
      <p>
        <a href={paths.municipalityFile(place)} download>
          {download}
        </a>{' '}
        <span class="quiet">{downloadHint}</span>
      </p>
      <h2>{next.title}</h2>
      <ol>
        {stepsFor(desk).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>
        <a href={paths.installationHealth()}>{next.toHealth}</a>
      </p>
    </>,
  )
}

/** What no form can do: keys and credentials never travel through a browser. */
function stepsFor({ about }: MunicipalityDesk): readonly string[] {
  const { ebox, enterpriseNumber, slug } = about.current.document
  const { next } = texts.municipality
  return [
    ebox.privateKeyFile ? next.ownKey(ebox.privateKeyFile) : next.keyOfInstallation,
    ebox.onBehalfOf
      ? next.mandate(enterpriseNumber)
      : next.sender(enterpriseNumber, ebox.senderApplicationId),
    next.people(enterpriseNumber),
    next.election(slug),
  ]
}

/** The file of a municipality, as it can be given in again. */
export function sendMunicipalityFile(desk: MunicipalityDesk) {
  return sendFile(desk, desk.about.current.document)
}
