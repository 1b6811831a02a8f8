import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import { type Language, langOf } from '../language.ts'
import { type LegalName, legalSources } from './legal-sources.ts'
import { texts } from './texts.ts'

/** What the law says or who applies it, told as unchecked as long as nobody read it. */
export function said(name: LegalName, language: Language): string {
  const { value, mark } = legalSources[name]
  return mark === 'NV' ? value[language] + texts[language].notChecked : value[language]
}

export function Contact({
  contact,
  language,
}: Pick<MunicipalitySettings, 'contact'> & { language: Language }) {
  const { phone, email } = texts[language].contact
  const lang = langOf('nl', language)
  return (
    <p>
      <strong lang={lang}>{contact.department}</strong>
      {addressLines(contact.address).map((line) => (
        <>
          <br />
          <span lang={lang}>{line}</span>
        </>
      ))}
      <br />
      {phone}: {contact.phone}
      <br />
      {email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
    </p>
  )
}

/** `lang` where the municipality wrote them, on a page in another language. */
export function Listed({ items, lang }: { items: readonly string[]; lang?: Language | undefined }) {
  return (
    <ul lang={lang}>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
