/** Words of the two notices that the law asks for on pages of a public body. */
export const nl = {
  notChecked: ' (nog niet juridisch nagekeken)',
  choose: 'Kies je gemeente:',
  none: 'Er gebruikt nog geen gemeente deze pagina’s.',
  accessibility: {
    title: 'Toegankelijkheid',
    pageTitle: (municipality: string) => `Toegankelijkheid: ${municipality}`,
    lead: (law: string) =>
      `De gemeente wil dat iedereen deze pagina’s kan gebruiken. De wet vraagt dat ook: ${law}. Deze toegankelijkheidsverklaring geldt voor de pagina’s met je digitale kiesbrief op`,
    status: 'Voldoen de pagina’s?',
    statuses: {
      full: (norm: string) => `Ja. Deze pagina’s voldoen volledig aan ${norm}.`,
      partial: (norm: string) =>
        `Deze pagina’s voldoen gedeeltelijk aan ${norm}. Hieronder staat wat nog niet in orde is.`,
      none: (norm: string) => `Nee. Deze pagina’s voldoen niet aan ${norm}.`,
    },
    notAssessed: (norm: string) =>
      `Deze pagina’s zijn gemaakt volgens ${norm}. De gemeente heeft nog niet laten nakijken of ze er helemaal aan voldoen.`,
    limits: 'Wat nog niet in orde is',
    noLimits: 'De gemeente kent geen onderdelen die niet in orde zijn.',
    otherWays: 'Andere manieren om je brief te lezen',
    others: [
      'Je brief is er als webpagina, als PDF die een schermlezer kan voorlezen, en in grote letters.',
      'Je krijgt ook altijd een brief op papier.',
      'Lukt het niet? Bel of mail de gemeente: ze zegt je waar en wanneer je stemt.',
    ],
    about: 'Over deze verklaring',
    written: (day: string) => `Deze verklaring is opgesteld op ${day}.`,
    assessed: {
      self: (day: string) => `De gemeente beoordeelde de pagina’s zelf, op ${day}.`,
      others: (day: string) => `Iemand van buiten de gemeente beoordeelde de pagina’s, op ${day}.`,
    },
    form: (form: string) => `De verklaring volgt het model van ${form}.`,
    feedback: 'Iets gemerkt?',
    feedbackText: 'Is iets niet toegankelijk, of heb je informatie in een andere vorm nodig? Laat het weten:',
    complaint: 'Niet tevreden met het antwoord?',
    complaintText: (where: string) =>
      `Dien dan eerst een klacht in bij de gemeente. Helpt dat niet, dan kan je naar ${where}.`,
  },
  privacy: {
    title: 'Privacy',
    pageTitle: (municipality: string) => `Wat ${municipality} met je gegevens doet`,
    lead: (law: string) =>
      `Dit gaat over je digitale kiesbrief. De gemeente moet je dit zeggen volgens ${law}.`,
    who: 'Wie is verantwoordelijk',
    controller: (controller: string, municipality: string) => `${controller} van ${municipality}.`,
    officer: 'Vragen over je gegevens? Mail de functionaris voor gegevensbescherming:',
    noOfficer:
      'Vragen over je gegevens? Vraag het aan de dienst hierboven. Wie de functionaris voor gegevensbescherming is, staat hier nog niet.',
    what: 'Welke gegevens, en vanwaar',
    data: [
      'Je naam, je adres, je rijksregisternummer, je geboortedatum en je nationaliteit, je nummer op de kiezerslijst en je stembureau. Ze komen van de kiezerslijst, die gemaakt wordt uit het Rijksregister.',
      'Je taal, als je een brief in een andere taal vroeg.',
      'Wanneer je brief verstuurd werd, of hij aankwam, en of je een duplicaat vroeg.',
      'Wie je gegevens opende, en waarom. Ook dat jij het zelf was.',
    ],
    protected:
      'Je rijksregisternummer is versleuteld. Het staat nooit in een adres, een logboek of een cookie.',
    why: 'Waarom',
    whyText: (basis: string) =>
      `Om je een kiesbrief te sturen, en om je te tonen waar en wanneer je stemt. De grond is ${basis}. Er wordt niets over jou beslist door een computer alleen.`,
    recipients: 'Wie ze krijgt',
    recipientList: [
      'Je e-Box, als je er een hebt, om de brief te bezorgen.',
      'Wie de brieven op papier drukt en bezorgt.',
      'De aanmelddienst van de overheid, als je je aanmeldt. Die weet dan dat je hier was.',
      'De voorzitter van je stembureau: de kiezerslijst.',
      'Wie deze pagina’s voor de gemeente laat werken, en alleen daarvoor.',
    ],
    mail: 'E-mail, als je daarom vroeg',
    mailText: (basis: string) =>
      `Je kan om mail over je kiesbrief vragen. Dan bewaren we je e-mailadres, versleuteld, en de taal van de mails, tot de verkiezing voorbij is. De grond is ${basis}. Uitzetten kan altijd: met de link in elke mail, of na aanmelden. Wie onze mails verstuurt, krijgt je e-mailadres en verder niets over jou.`,
    howLong: 'Hoe lang',
    howLongText: 'Dat verschilt per verkiezing. Daarna worden ze gewist.',
    noElection: 'Er is nu geen verkiezing waarvan de brieven verstuurd zijn.',
    until: (data: string, until: string, article: string) => `${data}: tot ${until}${article}.`,
    retention: {
      'fps-data': { data: 'De kiezerslijst', until: 'de dag na de geldigverklaring van de verkiezing' },
      'bureau-copy': {
        data: 'De lijst in het stembureau',
        until: 'de geldigverklaring of de vernietiging van de verkiezing',
      },
      'honour-declarations': {
        data: 'Verklaringen op eer bij een volmacht',
        until: 'zes maanden na de verkiezing',
      },
      'voters-list': {
        data: 'De kiezerslijst',
        until: 'de geldigverklaring van de verkiezing, of het einde van een beroep',
      },
      'digital-letter': { data: 'Je digitale brief', until: 'minstens 90 dagen na de verkiezing' },
    },
    bureaus: {
      title: 'Als je in een bureau zit',
      text: 'De gemeente moet bureaus samenstellen. Zit je in een stembureau of telbureau, of riep ze je ervoor op, dan bewaart ze ook dit:',
      data: [
        'Je naam, je adres, je geboortedatum en je rijksregisternummer, van de kiezerslijst of van wie je opgaf. Je rijksregisternummer is versleuteld.',
        'Voor welk bureau je opgeroepen bent, wanneer die brief aankwam, en wat je antwoordde.',
        'Je telefoonnummer, en je e-mailadres en rekeningnummer als je die gaf: versleuteld.',
        'Waarom je niet kan komen, als je dat meldde. Een bewijsstuk kan alleen openen wie erover beslist: niemand bij de gemeente.',
        'Voor welke opleiding je je inschreef, en of je er was.',
        'Of je er was, en of je betaald werd.',
      ],
      recipients:
        'Wie beslist wie in een bureau zit (het vrederecht of een hoofdbureau) ziet de mensen van zijn bureaus. Wie je vergoeding betaalt, krijgt wat daarvoor nodig is.',
      howLong: 'Hoe lang, per verkiezing:',
      retention: {
        'bureau-lists': {
          data: 'Wie opgeroepen kan worden',
          until: 'twee dagen na de geldigverklaring van de verkiezing',
        },
        'bureau-composition': {
          data: 'De lijst van wie in welk bureau zit',
          until: 'minstens de dag na de verkiezing',
        },
        'bureau-payment': { data: 'Wat nodig is om je te betalen', until: 'twaalf maanden na de verkiezing' },
        'bureau-service': {
          data: 'Hoe vaak je in een bureau zat, als uittreksel van het bevolkingsregister',
          until: 'dertien jaar na de verkiezing',
        },
        'bureau-evidence': {
          data: 'Je oproeping, je verontschuldiging met bewijs, en of je er was',
          until: 'minstens zes maanden na de verkiezing',
        },
      },
    },
    rights: 'Je rechten',
    rightsText:
      'Je mag vragen welke gegevens de gemeente van je heeft en wie ze opende, en ze laten verbeteren als ze fout zijn. Wissen of bezwaar maken kan niet zolang de wet de gemeente verplicht om je een brief te sturen.',
    complaint: (authority: string) =>
      `Vind je dat er iets misloopt? Dan kan je een klacht indienen bij ${authority}.`,
    device: 'Wat er op je toestel staat',
    deviceText: 'Geen cookies om je te volgen, en niets van andere bedrijven. Wel:',
    cookies: {
      session: 'dat je aangemeld bent, tot je je afmeldt of je browser sluit',
      framedSession: 'hetzelfde, op de site van iemand anders die deze pagina’s toont',
      app: 'dat een app deze pagina’s toont, tot je de app sluit, hoogstens zo lang als je aangemeld blijft',
      login: 'dat je je aan het aanmelden bent, enkele minuten',
      chair: 'dat dit de telefoon is van wie een bureau voorzit, tot de middag na de verkiezingsdag',
      copyOwner: 'van wie het scherm voor het stembureau op dit toestel is, tot de verkiezing voorbij is',
      keptForm:
        'wat je verstuurde toen je niet meer aangemeld was, versleuteld, tot je weer aangemeld bent, hoogstens een half uur',
      language: 'in welke taal je deze pagina’s leest, een jaar, als je er een koos',
      notKept: 'dat het scherm voor het stembureau niet op dit toestel mag staan, een jaar, als je het wiste',
      browser:
        'dat iemand zich al eens met deze browser aanmeldde, een half jaar: een getal, dat niet zegt wie',
    },
    kept: [
      'Wie in je bureau zit en wat je er noteerde: alleen op de telefoon van wie het voorzit, tot de middag na de verkiezingsdag.',
      'Het scherm voor het stembureau, als je het opende: tot je je afmeldt, het wist, of de verkiezing voorbij is.',
      'De pagina die nakijkt of een brief echt is. Er staat niets over jou in.',
    ],
  },
  contact: { phone: 'Telefoon', email: 'E-mail' },
}

export type Texts = typeof nl
