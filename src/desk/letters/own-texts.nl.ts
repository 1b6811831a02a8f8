import { lettersText, sectionsText } from './texts.nl.ts'

/** What the pages say on which a municipality words what it says of itself. */
export const texts = {
  title: 'Teksten van de gemeente',
  lead: 'Dit zegt de gemeente op de brief over zichzelf: wie vragen beantwoordt, waar een kiezer een duplicaat krijgt, wat ze hem nog wil zeggen en wie ondertekent.',
  everywhere: 'Deze teksten gelden voor de brieven van alle verkiezingen van uw gemeente.',
  views: { label: 'Teksten', texts: 'Wijzigen', history: 'Vroegere versies' },
  /** Groups of fields, by the part of the municipality file that they are. */
  groups: {
    contact: 'Wie beantwoordt vragen',
    desk: 'Waar een kiezer een duplicaat krijgt',
    practical: 'Bericht van de gemeente',
    signature: 'Ondertekening',
    french: 'De Franse brief',
    frenchAddress: 'Frans adres van de dienst',
    frenchDesk: 'Duplicaten, op de Franse brief',
    frenchDeskAddress: 'Frans adres van dat loket',
    frenchPractical: 'Bericht van de gemeente, op de Franse brief',
    frenchSignature: 'Ondertekening van de Franse brief',
  },
  onlyIfOther: 'Vul dit alleen in als het adres in het Frans anders geschreven wordt.',
  fields: {
    department: 'Dienst',
    departmentHint: 'Bijvoorbeeld: Dienst Burgerzaken.',
    street: 'Straat',
    houseNumber: 'Huisnummer',
    box: 'Bus (als er een is)',
    postcode: 'Postcode',
    city: 'Gemeente of dorp',
    phone: 'Telefoon',
    email: 'E-mail',
    website: 'Website',
    websiteHint: 'Met https:// vooraan.',
    place: 'Plaats',
    placeHint: 'Bijvoorbeeld: Gemeentehuis, loket Burgerzaken.',
    hours: 'Openingsuren',
    hoursHint: 'Een regel per dag of reeks van dagen. Vermeld ook de uren van de verkiezingsdag.',
    practicalInfo: 'Praktische informatie (mag leeg blijven)',
    practicalInfoHint:
      'Bijvoorbeeld waar men kan parkeren, welke bus er stopt of welke straat openligt. Hoogstens 4 regels van 90 tekens. Dit staat op elke brief: schrijf niets over kandidaten of partijen.',
    frenchPracticalHint: 'Hetzelfde in het Frans. Vul het in beide talen in, of in geen van beide.',
    signedBy: 'Regels onder de brief',
    signedByHint: 'Eerst namens wie, dan wie ondertekent. Een regel per persoon.',
    frenchName: 'Franse naam van de gemeente (als er een is)',
    frenchHint: 'In het Frans.',
  },
  faults: {
    missing: (field: string) => `Vul “${field}” in.`,
    'too-long': (field: string, most: number) => `“${field}” mag hoogstens ${most} tekens hebben.`,
    'too-many-lines': (field: string, most: number) => `“${field}” mag hoogstens ${most} regels hebben.`,
    unprintable: (field: string, characters: string) =>
      `“${field}” heeft tekens die niet op een brief kunnen: ${characters} Haal ze weg.`,
    invisible: (code: string) => `een onzichtbaar teken (U+${code})`,
    line: (field: string, line: number) => `${field}, regel ${line}`,
    forms: {
      phone: 'Schrijf het telefoonnummer met cijfers en spaties, zoals 09 999 10 10.',
      email: 'Schrijf een volledig e-mailadres, zoals verkiezingen@gemeente.be.',
      website: 'Schrijf het adres van de website volledig, met https:// vooraan.',
      postcode: 'Een postcode heeft vier cijfers, zoals 9000.',
      practicalInfo:
        'Vul de praktische informatie in beide talen in, of in geen van beide: wie een Franse brief krijgt, moet hetzelfde weten.',
    } as Readonly<Record<string, string>>,
    elsewhere: (place: string) =>
      `Er klopt iets niet in de andere gegevens van de gemeente (${place}). Meld dit aan wie de installatie beheert; wat u typte, staat er nog.`,
  },
  meaning: {
    title: 'Wat een wijziging betekent',
    none: 'Voor deze verkiezing zijn nog geen brieven opgemaakt. Ze krijgen straks de teksten die dan gelden.',
    composed: (count: number) =>
      `Opgemaakt en nog niet vrijgegeven: ${lettersText(count)}. Na een wijziging kloppen ze niet meer en kunnen ze niet vrijgegeven worden. Laat ze daarna opnieuw opmaken en neem een nieuwe proef.`,
    requested:
      'Er staat een vrijgave open. Na een wijziging kan niemand ze nog geven: trek de vraag in en vraag ze opnieuw na een nieuwe proef.',
    released: (count: number) =>
      `Al vrijgegeven: ${lettersText(count)}. Die houden de oude teksten; wat in een e-Box zit, kan niet teruggehaald worden. Is de fout ernstig, neem ze dan onder Verbeteringen terug en laat ze opnieuw opmaken; twee personen geven de nieuwe brieven vrij.`,
    outdated: (sections: number) =>
      `Nu al zeggen opgemaakte brieven van ${sectionsText(sections)} iets anders dan de gegevens van nu. Laat ze opnieuw opmaken.`,
    outdatedReleased: (sections: number) =>
      `Vrijgegeven brieven van ${sectionsText(sections)} zeggen iets anders dan de gegevens van nu.`,
    toLetters: 'Naar het opmaken van de brieven',
    toCorrections: 'Naar de verbeteringen',
  },
  from: (version: number) =>
    `Hieronder staan de teksten van versie ${version}. Er is nog niets veranderd: dat gebeurt pas als u ze bewaart.`,
  changes: {
    title: 'Wat u verandert',
    none: 'Nog niets: dit zijn de teksten die nu gelden.',
    text: 'Tekst',
    was: 'Nu',
    is: 'Wordt',
    absent: '(leeg)',
  },
  preview: {
    title: 'Voorbeeld',
    draft: 'Zo wordt de brief, met de teksten uit het formulier. Er is nog niets bewaard.',
    current: 'Zo is de brief nu.',
    faulty: 'Verbeter eerst wat niet klopt. Daarna ziet u hier de brief.',
    overtaken: 'U vroeg intussen een nieuwer voorbeeld. Dit is niet meer gemaakt.',
    which: 'Welke brief u in het voorbeeld ziet',
    larger: (page: number) => `Bladzijde ${page} groter bekijken (in een nieuw venster)`,
    refreshed: 'Het voorbeeld is bijgewerkt.',
    failed: 'Het voorbeeld kon niet bijgewerkt worden. Gebruik de knop “Toon het voorbeeld”.',
    button: 'Toon het voorbeeld',
    law: 'De wetteksten liggen vast',
  },
  save: 'Bewaar de teksten',
  saveHint:
    'Wat u bewaart, wordt een nieuwe versie. De vorige blijft en u kunt ze later overnemen. Uw naam en het uur staan erbij.',
  refused: {
    'changed-meanwhile':
      'Intussen zijn de gegevens van de gemeente door iemand anders gewijzigd. Wat u typte, staat er nog. Kijk na wat u verandert en bewaar opnieuw.',
    'right-missing': 'Uw rol laat dit niet toe.',
    'does-not-fit':
      'Met deze teksten past niet elke brief van deze verkiezing op zijn twee bladzijden. Er is niets bewaard; wat u typte, staat er nog. Maak het bericht van de gemeente of de openingsuren korter.',
  },
  history: {
    title: 'Vroegere versies van de teksten',
    lead: 'Elke versie blijft bewaard. Een versie overnemen vult het formulier in; er verandert pas iets als u daarna bewaart.',
    version: (version: number) => `Versie ${version}`,
    by: (name: string, moment: string) => `Door ${name}, op ${moment}.`,
    operator: 'wie de installatie beheert',
    inForce: 'Geldt nu',
    first: 'De eerste teksten van de gemeente.',
    same: 'Aan deze teksten veranderde niets; wel aan andere gegevens van de gemeente.',
    was: 'Was',
    became: 'Werd',
    take: (version: number) => `Neem versie ${version} over`,
  },
} as const
