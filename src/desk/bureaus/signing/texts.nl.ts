import type { EvidenceType } from '../../../bureaus/index.ts'

const most = 'hoogstens 10 MB'

/** Words of designations that are signed by hand. */
export const texts = {
  page: {
    title: 'Op papier getekend',
    lead: 'Tekent de magistraat liever op papier? Druk de lijst, laat ze tekenen, en noteer hier wie aangewezen is, met een scan of foto van het getekende blad.',
    of: { label: 'Van welk bureau', field: 'Bureau', button: 'Toon' },
    empty: 'Er wacht geen voordracht.',
    print: {
      title: 'De lijst om te tekenen',
      lead: 'Met een lijn voor elke handtekening. Onderaan staat een kenmerk: verandert er iets aan de lijst, dan verandert het kenmerk.',
      button: 'Open de lijst om te drukken (PDF)',
      digest: 'Kenmerk van de lijst nu:',
    },
    record: {
      title: 'Noteer wat getekend is',
      whom: 'Voor wie is er getekend?',
      whomHint: 'Vink uit wie geschrapt is of waar geen handtekening staat.',
      day: 'Getekend op',
      who: 'Naam en ambt van wie tekende',
      whoHint: 'Zoals: Marie Dubois, vrederechter van het kanton Zonnedorp.',
      digest: 'Kenmerk onderaan het blad',
      changed: 'De lijst veranderde na het drukken',
      checked: 'Ik keek na wie op het blad staat, en vinkte de anderen uit',
      digestHint: 'Is het een ander dan het kenmerk hierboven, dan veranderde er iets na het drukken.',
      otherList:
        'Dit kenmerk hoort niet bij de lijst hierboven: er veranderde iets na het drukken. Kijk na wie er op het blad staat, vink de anderen uit en zeg dat hieronder.',
      file: 'Scan of foto van het getekende blad',
      fileHint: `Een PDF of een foto (JPEG of PNG), ${most}. Verschillende bladen: maak er één PDF van.`,
      tooLarge: `Dit bestand is te groot: ${most}.`,
      broken: 'Het bestand kwam niet goed aan. Probeer het opnieuw.',
      button: 'Noteer de aanwijzingen',
      reason: (who: string) => `Op papier getekend door ${who}`,
      missing: {
        day: 'Vul de dag in die op het blad staat.',
        who: 'Schrijf wie tekende.',
        file: 'Kies de scan of foto van het getekende blad.',
        digest: 'Neem het kenmerk over dat onderaan het blad staat.',
      },
      future: 'Deze dag moet nog komen. Kijk na wat er op het blad staat.',
      before: 'Op deze dag was iemand van hen nog niet voorgedragen. Kijk na wat er op het blad staat.',
      refused: {
        'nobody-chosen': 'Vink aan voor wie er getekend is.',
        'mark-missing':
          'Dit is geen kenmerk van een lijst: het heeft zestien tekens, zoals 3f2a 91c0 77de 0b14.',
        'evidence-too-small':
          'Dit bestand is te klein om een blad te zijn. Kies de scan of foto van het getekende blad.',
        'evidence-empty': 'Dit bestand is leeg. Kies een ander.',
        'evidence-too-large': `Dit bestand is te groot: ${most}.`,
        'evidence-kind-unknown': 'Dit is geen PDF en geen foto (JPEG of PNG). Kies een ander bestand.',
        'evidence-locked':
          'Deze PDF vraagt een wachtwoord. Kies er een zonder wachtwoord, of een foto van het blad.',
        'evidence-broken': 'Deze PDF gaat niet open. Scan het blad opnieuw, of neem er een foto van.',
      },
    },
  },
  unprintable: 'De lijst kan niet gedrukt worden: een teken in een naam is niet gekend. Vraag de uitbater.',
  sheets: {
    caption: 'Getekend op papier',
    columns: { signedOn: 'Getekend op', kept: 'Bewaard', file: 'Blad' },
    open: (type: EvidenceType, kilobytes: number) => `${kinds[type]}, ${kilobytes} kB`,
  },
  /** On the page of one assignment. */
  link: { lead: 'Tekende de magistraat op papier?', text: 'Noteer wat op papier getekend is' },
}

const kinds: Readonly<Record<EvidenceType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'Foto (JPEG)',
  'image/png': 'Afbeelding (PNG)',
}
