import { counted } from '../../platform/counted.ts'
import { countText } from '../../platform/http/components/index.ts'
import type { DifferenceKind } from '../../voters/index.ts'

const differences: Readonly<Record<DifferenceKind, { title: string; none: string }>> = {
  new: { title: 'Nieuw op de lijst', none: 'Er komt niemand bij.' },
  gone: { title: 'Niet meer op de lijst', none: 'Er gaat niemand weg.' },
  moved: { title: 'Verhuisd of in een andere stemafdeling', none: 'Niemand verhuisde.' },
  corrected: { title: 'Met andere gegevens', none: 'Van niemand veranderden andere gegevens.' },
  renumbered: { title: 'Alleen een ander volgnummer', none: 'Niemand kreeg alleen een ander volgnummer.' },
}

/** By the name of a preset that ships; of any other its own title is shown. */
const presetTitles: Readonly<Record<string, string>> = {
  'imitation-codes-by-position':
    'Om te oefenen, nagebootst: met tabs, zonder kopregel, codes in plaats van woorden, adres in één regel',
  'imitation-dutch-headers':
    'Om te oefenen, nagebootst: één CSV met Nederlandse kolommen, een titel boven de tabel, Windows-1252',
  'imitation-fixed-length':
    'Om te oefenen, nagebootst: regels van vaste lengte uit een ouder register, Windows-1252',
  'imitation-persons-and-addresses':
    'Om te oefenen, nagebootst: personen in één CSV, adressen in twee andere',
  'imitation-workbook-with-titles': 'Om te oefenen, nagebootst: een Excel-bestand met titels boven de tabel',
}

const size =
  'Het bestand is groter dan 256 MB. Zo groot is geen kiezerslijst. Kijk na of u het juiste bestand koos.'

/** What the pages of the voters list say. The texts of a search and of a voter stand in `search-texts.nl.ts`. */
export const texts = {
  title: 'Kiezerslijst',
  views: 'Onderdelen van de kiezerslijst',
  list: 'De lijst',
  search: 'Kiezer zoeken',
  back: 'Kiezerslijst',
  states: {
    none: 'Er is nog geen kiezerslijst.',
    noneHelp:
      'Laad de lijst in die u uit het bevolkingsregister haalde. Er verandert niets voordat u ze aanvaardt.',
    imported: 'Ingeladen, nog niet aanvaard',
    accepted: 'Aanvaard en in gebruik',
    closed: 'Afgesloten',
  },
  facts: {
    state: 'Toestand',
    voters: 'Kiezers',
    file: 'Bestand',
    importedAt: 'Ingeladen',
    acceptedAt: 'Aanvaard',
    closedAt: 'Afgesloten',
    warnings: 'Aandachtspunten',
    hash: 'Vingerafdruk (SHA-256)',
    amendments: 'Wijzigingen na het afsluiten',
    amended: (struck: string, added: string, corrected: string) =>
      `${struck} geschrapt, ${added} toegevoegd, ${corrected} verbeterd`,
  },
  next: {
    import: 'Kiezerslijst inladen',
    importOther: 'Andere lijst inladen',
    report: 'Lees het verslag',
    accept: 'Lijst aanvaarden',
    close: 'Lijst afsluiten',
    difference: 'Verschillen met de lijst in gebruik',
    closedHelp: 'Deze lijst verandert alleen nog met een beslissing: schrappen, toevoegen of verbeteren.',
  },
  busy: {
    receiving: 'Een lijst wordt verstuurd.',
    reading: 'Een lijst wordt ingelezen.',
    follow: 'Volg hoe ver dat is',
    refused: 'De laatste lijst die u inlaadde, is geweigerd. Er is niets veranderd.',
    refusedLink: 'Kijk wat er fout is',
    failed: 'Het inlezen van de laatste lijst is onderbroken. Er is niets veranderd.',
    stopped: 'Het inlezen van de laatste lijst is gestopt. Er is niets veranderd.',
    waiting: 'Een lijst is verstuurd en nog niet ingelezen.',
    again: 'Opnieuw inlezen',
  },
  upload: {
    formatTitle: 'De kolommen van een kiezerslijst in ons eigen formaat',
    formatLead: 'De eerste regel van het bestand noemt de kolommen. Elke regel daaronder is één kiezer.',
    needed: 'Deze kolommen moeten er staan',
    optional: 'Deze kolommen mogen wegblijven',
    title: 'Kiezerslijst inladen',
    lead: 'Elke rij wordt nagekeken. Daarna krijgt u een verslag. Er verandert niets voordat u de lijst aanvaardt.',
    preset: 'Hoe is het bestand gemaakt?',
    presetHint: 'Kies het programma waaruit de lijst komt.',
    ownFormat: 'Met de kolommen van Kiesloket (CSV of Excel)',
    onlyOwnFormat:
      'Het bestand heeft de kolommen van Kiesloket. Komt uw lijst met andere kolommen uit een programma? Wie de installatie beheert, leest ze dan in met een bestand dat die kolommen beschrijft.',
    presetTitles,
    file: 'Bestand met de kiezerslijst',
    fileHint: 'CSV of Excel (.xlsx), ten hoogste 256 MB.',
    drop: 'Sleep het bestand in het kader, of kies het.',
    button: 'Versturen en inlezen',
    stay: 'Houd dit venster open tot het bestand verstuurd is. Het inlezen gaat daarna verder, ook als u het venster sluit.',
    replaces: 'Er is al een aanvaarde lijst. Ze blijft in gebruik tot u de nieuwe aanvaardt.',
    besideTitle: (name: string) => `Nog één bestand: ${name}`,
    beside: 'Deze uitvoer bestaat uit meer dan één bestand. Het eerste is bewaard.',
    besideFile: (name: string) => `Bestand ${name}`,
    tooLarge: size,
    refused: {
      'not-from-our-page': 'Dit formulier was te oud. Kies het bestand opnieuw en verstuur het nog eens.',
      'no-file': 'Kies eerst een bestand.',
      'file-empty': 'Dit bestand is leeg. Maak het opnieuw in uw toepassing, of kies een ander.',
      'too-large': size,
      broken: 'Het bestand kwam niet helemaal aan. Er is niets veranderd. Verstuur het opnieuw.',
      'already-reading': 'Er wordt al een lijst ingelezen. Wacht tot dat klaar is, of laat het stoppen.',
      'list-closed': 'De kiezerslijst is afgesloten. Er kan geen andere lijst meer in de plaats komen.',
      'upload-stopped': 'Iemand liet het versturen stoppen. Er is niets bewaard.',
      'no-upload': 'Er staat geen lijst klaar. Laad ze opnieuw in.',
      'no-such-preset': 'Kies hoe het bestand gemaakt is.',
      'file-missing': 'Er hoort nog een bestand bij deze lijst.',
    } as Readonly<Record<string, string>>,
  },
  reading: {
    title: 'De lijst wordt ingelezen',
    receiving: 'Het bestand komt binnen',
    reading: 'De rijen worden nagekeken',
    checking: 'Alle rijen zijn gelezen. De lijst wordt nu als geheel nagekeken.',
    rows: (rows: string) => `${counted(rows, 'rij', 'rijen')} gelezen`,
    bytes: (done: string, total: string) => `${done} van ${total} MB`,
    close: 'U mag dit venster sluiten: het inlezen gaat verder. Deze pagina ververst vanzelf.',
    keepOpen: 'Houd het venster open waarin u het bestand verstuurt. Deze pagina ververst vanzelf.',
    refresh: 'Nu verversen',
    stop: 'Inlezen stoppen',
    stopHelp: 'Als u stopt, wordt er niets van deze lijst bewaard als kiezerslijst.',
  },
  report: {
    title: 'Verslag van het inladen',
    refused: 'Deze lijst is geweigerd',
    refusedLead: 'Er is niets veranderd. Herstel de fouten hieronder en laad de verbeterde rijen in.',
    fine: 'Deze lijst kan aanvaard worden',
    fineLead: 'Er zijn geen fouten. Lees de aandachtspunten en de verschillen voordat u ze aanvaardt.',
    inUse: 'Deze lijst is in gebruik.',
    none: 'Er is nog geen verslag. Laad eerst een kiezerslijst in.',
    voters: 'Kiezers',
    goodRows: 'Rijen zonder fout',
    errors: 'Fouten',
    warnings: 'Aandachtspunten',
    sections: 'Stemafdelingen',
    errorGroups: 'Fouten: zonder deze te herstellen kan de lijst niet',
    warningGroups: 'Aandachtspunten: kijk na of dit klopt',
    noFindings: 'Er werd niets opgemerkt.',
    remedy: 'Wat u kunt doen:',
    row: 'Rij',
    column: 'Kolom',
    what: 'Wat',
    sameAs: (row: number) => `zelfde als rij ${row}`,
    rowsOf: (shown: string, all: string) => {
      if (all === '1') return 'Toon de rij'
      return shown === all ? `Toon de ${all} rijen` : `Toon de eerste ${shown} van ${all} rijen`
    },
    rows: {
      button: 'Toon wie en wat er in deze rijen staat',
      help: 'U ziet dan van de rijen hieronder het volgnummer, de naam en wat er nu staat. Dat u dit bekeek, wordt genoteerd.',
      gone: 'Het bestand wordt niet meer bewaard: wat erin stond, kan hier niet meer getoond worden.',
      listNumber: 'Volgnr.',
      name: 'Naam',
      now: 'Staat er nu',
      empty: '(leeg)',
      notShown: '(niet getoond, wel in het herstelblad)',
    },
    whole: 'over de lijst als geheel',
    downloads: 'Downloads',
    findings: 'Alle bevindingen, rij per rij (CSV)',
    findingsHelp: 'Rijnummers, kolommen en redenen. Er staan geen gegevens van kiezers in.',
    sheet: 'Herstelblad (CSV)',
    sheetHelp:
      'De rijen waarin iets gevonden is, met een lege kolom “verbetering”. Er staan persoonsgegevens in: bewaar het veilig en wis het daarna.',
    mend: 'Verbeterde rijen inladen',
    other: 'Een andere lijst inladen',
    accept: 'Naar aanvaarden',
    perSection: 'Kiezers per stemafdeling',
    section: 'Stemafdeling',
    detail: 'Voor wie het bestand maakte (in het Engels)',
    cannotRead: 'Deze lijst is niet ingelezen',
    toFormat: 'Bekijk welke kolommen een kiezerslijst heeft',
    sheetWrong: 'Uw herstelblad is niet gebruikt',
  },
  mend: {
    title: 'Verbeterde rijen inladen',
    steps: [
      'Download het herstelblad en open het in uw rekenprogramma.',
      'Schrijf in de kolom “verbetering” wat er moet staan. Een streepje (-) maakt de cel leeg; WEGLATEN laat de rij weg. Wat u niet invult, blijft zoals het is.',
      'Bewaar het als CSV en laad het hier in. De hele lijst wordt dan opnieuw nagekeken, met uw verbeteringen.',
    ],
    file: 'Ingevuld herstelblad',
    fileHint: 'CSV, ten hoogste 64 MB. De lijst zelf hoeft u niet opnieuw te versturen.',
    button: 'Versturen en opnieuw nakijken',
    gone: 'De lijst staat hier niet meer klaar. Laad ze opnieuw in.',
    tooLarge:
      'Dit bestand is groter dan 64 MB: te groot voor een herstelblad. Kijk na of u het juiste bestand koos.',
  },
  because: {
    'not-a-sheet': 'Dit is geen herstelblad, of de eerste regel ervan ontbreekt. Download het opnieuw.',
    'nothing-mended': 'In het herstelblad is niets ingevuld.',
    'sheet-refused': 'In het herstelblad klopt iets niet. Er is niets van overgenomen.',
    'another-list': 'Dit herstelblad hoort bij een andere lijst. Download het hier opnieuw.',
    'no-sections': 'Er zijn nog geen stemafdelingen. Laad eerst de stemlocaties in.',
    'list-closed': 'De kiezerslijst is afgesloten. Er kan geen andere meer in de plaats komen.',
    'election-purged': 'De gegevens van deze verkiezing zijn gewist. Er wordt geen lijst meer ingelezen.',
    'not-a-list': 'Dit bestand kan niet als kiezerslijst gelezen worden.',
  } as Readonly<Record<string, string>>,
  difference: {
    title: 'Verschillen met de lijst in gebruik',
    lead: 'Persoon per persoon vergeleken met de lijst die eerder aanvaard is.',
    none: 'Er werd nog geen lijst aanvaard voor deze. Er is dus niets om mee te vergelijken.',
    gone: 'De vorige lijst is er niet meer, want ze is vervangen. De aantallen blijven bewaard.',
    kinds: differences,
    show: 'Toon de kiezers',
    caption: 'Verschillen in aantallen',
    kind: 'Verschil',
    count: 'Kiezers',
    listNumber: 'Volgnr.',
    name: 'Naam',
    was: 'Was',
    is: 'Wordt',
    notThere: 'staat er niet op',
    protected: 'afgeschermd adres',
    sectionOf: (section: number) => `stemafdeling ${section}`,
    more: 'Volgende 50',
    largest: (all: string, share: string) =>
      `Samen ${all === '1' ? 'verschilt 1 kiezer' : `verschillen ${all} kiezers`}: ${share} % van de lijst.`,
  },
  accept: {
    title: 'Kiezerslijst aanvaarden',
    lead: (voters: string, file: string) =>
      `U neemt de lijst met ${counted(voters, 'kiezer', 'kiezers')} uit ${file} in gebruik.`,
    means: 'Wat er gebeurt',
    effects: [
      'Kiezers kunnen vanaf nu opgezocht worden in deze lijst.',
      'Een lijst die eerder aanvaard was, verdwijnt met al haar gegevens. Dat kan niet ongedaan gemaakt worden.',
      'Het bestand dat u verstuurde en het herstelblad worden gewist.',
    ],
    undo: 'U kunt later nog een andere lijst inladen en aanvaarden, tot u de lijst afsluit.',
    warnings: (count: number) =>
      count === 1
        ? 'Er is 1 aandachtspunt. Las u het in het verslag?'
        : `Er zijn ${countText(count)} aandachtspunten. Las u ze in het verslag?`,
    read: 'Ik las het verslag en keek de aandachtspunten na.',
    readMissing: 'Lees eerst het verslag, en vink dan aan dat u dat deed.',
    button: 'Lijst aanvaarden',
    refused: {
      'nothing-to-accept': 'Er is geen ingeladen lijst om te aanvaarden.',
      'list-closed': 'De kiezerslijst is al afgesloten.',
      'section-gone':
        'Stemafdelingen van deze lijst bestaan niet meer. Laad de stemlocaties of de lijst opnieuw in.',
    } as Readonly<Record<string, string>>,
    changed: 'Intussen is een andere lijst ingeladen. Lees eerst het verslag van die lijst.',
  },
  close: {
    title: 'Kiezerslijst afsluiten',
    lead: (voters: string, file: string) =>
      `U sluit de lijst met ${counted(voters, 'kiezer', 'kiezers')} af, uit het bestand ${file}.`,
    early: (day: string, days: string) =>
      `De wet legt de lijst pas vast op ${day}. Dat is over ${days}. Wie er tot dan bij komt, verhuist of wegvalt, staat niet juist op een lijst die u nu afsluit: dat kunt u dan alleen nog één voor één of met een bestand wijzigen.`,
    newer: (file: string, moment: string, voters: string) =>
      `Er wacht een nieuwere lijst: ${file}, met ${counted(voters, 'kiezer', 'kiezers')}, ingeladen op ${moment}. Ze is nagekeken, maar nog niet aanvaard. Sluit u nu af, dan geldt de oudere lijst en kan de nieuwere niet meer in gebruik komen.`,
    toNewer: 'Aanvaard eerst de nieuwere lijst',
    toDifference: 'Bekijk de verschillen tussen de twee lijsten',
    newerByOthers: 'Een collega die lijsten mag aanvaarden, kan de nieuwere lijst eerst in gebruik nemen.',
    newerCame:
      'Er is intussen een nieuwere lijst ingeladen. Er is niets afgesloten. Lees eerst wat hierboven staat.',
    confirmOlder: (voters: string) =>
      `Ja, sluit toch de oudere lijst met ${counted(voters, 'kiezer', 'kiezers')} af`,
    means: 'Wat er gebeurt',
    effects: [
      'De lijst wordt vastgezet met een vingerafdruk. Zo kan iedereen later aantonen dat ze niet veranderd is.',
      'Er kan geen andere lijst meer in de plaats komen.',
      'Daarna verandert ze alleen nog met een beslissing of een melding uit het register: schrappen, toevoegen, verbeteren.',
      'De kiesbrieven kunnen opgemaakt worden. Er vertrekt nog niets.',
    ],
    undo: 'Afsluiten kan niet ongedaan gemaakt worden.',
    confirm: (voters: string) => `Ja, sluit de lijst met ${counted(voters, 'kiezer', 'kiezers')} af`,
    confirmMissing: 'Vink aan dat u de lijst wilt afsluiten.',
    button: 'Lijst afsluiten',
    notYet: 'Aanvaard eerst een kiezerslijst. Daarna kunt u ze afsluiten.',
    already: 'De kiezerslijst is afgesloten.',
    refused: {
      'nothing-to-close': 'Er is geen aanvaarde lijst om af te sluiten.',
      'section-gone':
        'Stemafdelingen van deze lijst bestaan niet meer. Laad de stemlocaties of de lijst opnieuw in.',
    } as Readonly<Record<string, string>>,
  },
} as const
