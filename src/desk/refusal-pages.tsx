import type { StaffRight } from '../municipalities/index.ts'
import { ButtonLink } from '../platform/http/components/index.ts'
import type { Desk } from './desk.ts'
import { paths } from './paths.ts'
import { showPage } from './show-page.tsx'
import { texts } from './texts.nl.ts'

const { noRight, notFound, notFromOurPage, ofAnother, tooLarge, back } = texts.refusals

type Standing = Omit<Desk, 'form' | 'isFormKept'>

/** The person is known, and their role does not allow it. */
export function noRightPage(desk: Standing, right: StaffRight) {
  return showPage(
    desk,
    { title: noRight.title, status: 403 },
    <>
      <p>{noRight.text}</p>
      <p>{noRight.help}</p>
      <p class="quiet">{noRight.right(right)}</p>
      <WayBack />
    </>,
  )
}

/** There is no such thing, or it is another municipality's: nobody hears which. */
export function notFoundPage(desk: Standing) {
  return showPage(
    desk,
    { title: notFound.title, status: 404 },
    <>
      <p>{notFound.text}</p>
      <WayBack />
    </>,
  )
}

/** A form without the token of this session. */
export function notFromOurPagePage(desk: Standing) {
  return showPage(
    desk,
    { title: notFromOurPage.title, status: 403 },
    <>
      <p>{notFromOurPage.text}</p>
      <p>{notFromOurPage.help}</p>
      <WayBack />
    </>,
  )
}

/** A form of somebody else, or of another organisation, who was logged in here before. `login`: where its owner finds it. */
export function formOfAnotherPage(desk: Standing, login: string) {
  return showPage(
    desk,
    { title: ofAnother.title, status: 403 },
    <>
      <p>{ofAnother.text}</p>
      <p>{ofAnother.help}</p>
      <ButtonLink href={login}>{ofAnother.login}</ButtonLink>
      <WayBack />
    </>,
  )
}

export function tooLargePage(desk: Standing) {
  return showPage(
    desk,
    { title: tooLarge.title, status: 413 },
    <>
      <p>{tooLarge.text}</p>
      <WayBack />
    </>,
  )
}

function WayBack() {
  return (
    <p>
      <a href={paths.start()}>{back}</a>
    </p>
  )
}
