/** What the frame of the staff's pages says. A folder of pages has a `texts.nl.ts` of its own. */
export const texts = {
  product: 'Kiesloket',
  skip: 'Ga naar de inhoud',
  mainNavigation: 'Hoofdmenu',
  signOut: 'Afmelden',
  switchOrganisation: 'Andere organisatie',
  practiceLabel: 'Oefenomgeving',
  practice: 'Oefenomgeving: wat u hier doet, heeft geen gevolgen.',
  start: 'Verkiezingen',
  parts: {
    places: 'Stemlocaties',
    audit: 'Logboek',
    ledger: 'Inzage',
    deputies: 'Vervangers',
    operator: 'Uitbating',
  },
  /** Of every field whose text goes to the audit log. */
  numberInText:
    'Hier staat een rijksregisternummer in, en deze tekst blijft voor altijd in het logboek. Er is niets gewijzigd. Laat het nummer weg: noem het volgnummer van de kiezer of het nummer van de melding.',
  /** What just happened, by its code in the address. A code that is not here says nothing. */
  done: {
    stayed: 'U blijft aangemeld.',
    'voters-accepted': 'De kiezerslijst is aanvaard. Ze is nu in gebruik; u kunt er kiezers in opzoeken.',
    'voters-closed': 'De kiezerslijst is afgesloten. U kunt de kiesbrieven laten opmaken.',
    'delivery-stopped': 'Gestopt. Er vertrekt geen enkele brief meer. Niets is verloren.',
    'delivery-resumed': 'Het versturen gaat verder waar het stopte.',
    'wave-sent': 'Deze golf mag vertrekken. Alle andere brieven wachten.',
    'held-back': 'Alle brieven die nog niet vertrokken, worden tegengehouden.',
    'all-let-go': 'Alle brieven mogen nu vertrekken.',
    'schedule-set': 'Het verzendschema is bewaard. Hieronder leest u wat het doet.',
    'schedule-gone': 'Er is geen verzendschema meer: de brieven mogen dag en nacht vertrekken.',
    'read-status-asked': 'Het wordt nagevraagd. U mag deze pagina verlaten.',
    'read-status-stopped': 'Er wordt gestopt na de vraag die nu loopt. Wat gehoord is, blijft bewaard.',
    'group-retried': 'De brieven van deze groep worden opnieuw verstuurd.',
    settled: 'De brief is afgehandeld. Uw bewijs is genoteerd.',
    'print-started': 'De drukbestanden worden gemaakt. U mag deze pagina verlaten.',
    'print-stopped': 'Er wordt gestopt na het bestand dat nu gemaakt wordt. Wat al af is, blijft.',
    'printed-again': 'Het drukbestand is opnieuw gemaakt. Laat het vorige vernietigen.',
    'returned-registered': 'De teruggekeerde brieven zijn genoteerd.',
    'return-followed-up': 'Genoteerd wat er met deze brief gebeurde.',
    'certificate-started': 'Het certificaat wordt geschreven.',
    'letters-asked': 'Het opmaken is gevraagd. U mag dit venster sluiten: het gaat vanzelf verder.',
    'sample-asked': 'De proef is gevraagd. U mag dit venster sluiten: het gaat vanzelf verder.',
    'letters-stopped': 'Het wordt gestopt. Wat klaar is, blijft bewaard.',
    'release-asked': 'De vrijgave is gevraagd. Een tweede persoon beslist.',
    'release-refused': 'De vrijgave is geweigerd. Er is niets vertrokken.',
    'release-taken-back': 'De vraag is ingetrokken. Er is niets vertrokken.',
    'texts-changed':
      'De teksten zijn bewaard als nieuwe versie. Lees hieronder wat dat voor uw brieven betekent.',
    'texts-same': 'Er was niets veranderd: er is geen nieuwe versie gemaakt.',
    'release-approved':
      'Uw beslissing is genoteerd. De brieven worden nu vrijgegeven. U mag dit venster sluiten.',
    'release-stopping': 'De vrijgave wordt gestopt. Er vertrekt niets.',
    'release-resumed': 'De vrijgave gaat verder.',
    released: 'De brieven zijn vrijgegeven.',
    'deputy-named': 'De vervanger is aangeduid. Dat staat in het logboek.',
    'deputy-ended': 'De vervanging is beëindigd.',
    'glass-broken': 'U mag deze ene aanvraag een uur lang vrijgeven. Iedereen ziet dat en waarom.',
    'municipality-added':
      'De gemeente is toegevoegd. Haar mensen melden zich aan met hun rol uit het gebruikersbeheer.',
    'municipality-changed':
      'De wijziging is doorgevoerd, als nieuwe versie. De vorige versie blijft bewaard.',
    'municipality-same': 'Er was niets te wijzigen: alles stond er al zo.',
    'party-tried': 'Er is geprobeerd. Wat eruit kwam, staat bij de partij zelf.',
    'party-too-soon': 'Er is niet geprobeerd: dat kan per partij maar enkele keren per minuut. Wacht even.',
    'places-imported': 'De stemlocaties zijn ingelezen.',
    'place-edited': 'De stemlocatie is gewijzigd.',
    'place-same': 'Er was niets te wijzigen: alles stond er al zo.',
    'look-up-examined': 'Uw besluit is bewaard. Het staat in het logboek.',
    'voter-struck': 'De kiezer is geschrapt. Een brief die nog niet vertrokken was, is teruggenomen.',
    'voter-struck-sent':
      'De kiezer is geschrapt. De brief was al vertrokken en blijft bij de kiezer; hij is niet meer geldig.',
    'voter-corrected': 'De gegevens zijn verbeterd. Laat nu de nieuwe brief opmaken.',
    'voter-corrected-sent':
      'De gegevens zijn verbeterd. De oude brief was al vertrokken en is niet meer geldig. Laat nu de nieuwe opmaken.',
    'voter-corrected-stays': 'De gegevens zijn verbeterd. De brief zegt hetzelfde en blijft geldig.',
    'voter-added': 'De kiezer staat op de lijst. Laat nu de brief opmaken.',
    'taking-back-asked':
      'De brieven worden teruggenomen. U mag dit venster sluiten: het gaat vanzelf verder.',
    'taking-back-stopped': 'Het wordt gestopt. Wat teruggenomen is, blijft teruggenomen.',
    'letters-taken-back-sent':
      'De brieven zijn teruggenomen. Een deel was al vertrokken en blijft bij de kiezer; die zijn niet meer geldig. Laat nu de nieuwe opmaken.',
    'device-enrolled': 'Dit toestel is ingeschreven. Haal nu een kopie op.',
    'device-revoked':
      'Het toestel is ingetrokken. Het wist zijn kopie zodra het netwerk heeft. Wat het nog doorgeeft, kijkt iemand na.',
    'issue-settled': 'Uw beslissing is bewaard.',
    'letters-taken-back': 'De brieven zijn teruggenomen. Laat nu de nieuwe opmaken.',
  } as Readonly<Record<string, string>>,
  kept: {
    title: 'Niets is verloren',
    text: 'U moest zich opnieuw aanmelden, of deed dat in een ander venster. Er is nog niets gebeurd. Wat u invulde, staat er nog: kijk het na en verstuur het opnieuw.',
  },
  session: {
    until: (hour: string) => `Als u niets doet, wordt u om ${hour} afgemeld.`,
    stay: 'Aangemeld blijven',
    warning: 'Nog # min. en u wordt afgemeld. Wat u invulde, blijft bewaard als u nu aangemeld blijft.',
    ended: 'U bent afgemeld. Wat u nog verstuurt, wordt bewaard tot u opnieuw aangemeld bent.',
    label: 'Aanmelding',
  },
  refusals: {
    noRight: {
      title: 'Dit mag u niet openen',
      text: 'Uw rol bij deze gemeente laat dit niet toe. Dat is genoteerd; u hoeft niets te doen.',
      help: 'Hebt u dit nodig voor uw werk? Vraag de lokale beheerder van uw gemeente om de juiste rol in het gebruikersbeheer van de Vlaamse overheid.',
      right: (right: string) => `Nodig recht: ${right}.`,
    },
    notFound: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres niet helemaal overgenomen, of bestaat de pagina niet meer.',
    },
    notFromOurPage: {
      title: 'Dit formulier is niet aanvaard',
      text: 'Het kwam niet van een pagina die u zelf opende, of die pagina was te oud. Er is niets veranderd.',
      help: 'Ga terug, herlaad de pagina en probeer het opnieuw.',
    },
    tooLarge: {
      title: 'Dit formulier is te groot',
      text: 'Er werd meer verstuurd dan dit formulier kan bevatten. Er is niets veranderd.',
    },
    back: 'Naar het begin',
  },
} as const
