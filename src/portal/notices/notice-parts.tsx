import type { MunicipalitySettings } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import { type LegalName, legalSources } from './legal-sources.ts'
import { texts } from './texts.nl.ts'

/** What the law says or who applies it, told as unchecked as long as nobody read it. */
export function said(name: LegalName): string {
  const { value, mark } = legalSources[name]
  return mark === 'NV' ? value + texts.notChecked : value
}

export function Contact({ contact }: Pick<MunicipalitySettings, 'contact'>) {
  return (
    <p>
      <strong>{contact.department}</strong>
      {addressLines(contact.address).map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
      <br />
      {texts.contact.phone}: {contact.phone}
      <br />
      {texts.contact.email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
    </p>
  )
}

export function Listed({ items }: { items: readonly string[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
