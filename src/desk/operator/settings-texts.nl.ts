import type { Config } from '../../platform/config.ts'

/** What each setting of the installation is for, for who runs it. */
export const settingTexts: Readonly<Record<keyof Config, string>> = {
  KIESLOKET_ENV:
    'development laat testnummers (TST) en verzonnen mensen toe; production weigert beide. Ligt vast in de databank sinds de eerste migratie.',
  KIESLOKET_DATA_DIR:
    'Map van de ingebouwde databank, de sleutels om mee te ontwikkelen, de certificaten, de drukbestanden en de brieven van een proef.',
  DATABASE_URL:
    'PostgreSQL 15 of nieuwer, met een aanmelding die zelf niets bezit. Niet ingesteld: een ingebouwde PostgreSQL in de map hierboven.',
  DATABASE_MIGRATION_URL: 'De eigenaar van de databank. Alleen de opdracht migrate gebruikt die.',
  DATABASE_CONNECTIONS: 'Hoogstens zoveel verbindingen met de databank per proces.',
  KIESLOKET_DATA_KEY:
    'Sleutels voor de rijksregisternummers, de nieuwste eerst: 2:BASE64,1:BASE64 (32 bytes elk). De oudste blijft altijd staan.',
  KIESLOKET_SIGNING_KEY_FILE:
    'Bestand met de privésleutel (Ed25519, PKCS#8 PEM) die certificaten tekent, en wat in elke QR-code staat.',
  KIESLOKET_EARLIER_KEYS_FILE:
    'Bestand met de openbare helften van vroegere sleutels (JSON Web Key Set). Ze staan naast de sleutel van nu, voor wie nakijkt.',
  PORTAL_URL:
    'Openbaar adres van de pagina’s, dat in elke QR-code staat: hoogstens 48 tekens. Kies het voor altijd.',
  PORT: 'Poort van de pagina’s.',
  METRICS_PORT: 'Poort van de metingen en van de gezondheid, apart van de pagina’s.',
  DESK_URL: 'Openbaar adres van de pagina’s voor medewerkers. Niet ingesteld: hetzelfde als PORTAL_URL.',
  OPEN_DATA_LICENCE: 'Adres van de licentie waaronder de stemlocaties voor iedereen te gebruiken zijn.',
  MAP_TILES:
    'Adres van de kaarttegels bij de stemlocaties, met {z}, {x} en {y}, over https. Niet ingesteld: een eigen raster, zonder een andere site.',
  MAP_ATTRIBUTION: 'Van wie de kaart is. Dat staat erop, zoals de maker vraagt.',
  ACM_ISSUER:
    'Adres van de aanmelddienst voor medewerkers (ACM/IDM). Niet ingesteld: niemand kan zich aanmelden, alles gaat via de opdrachtregel.',
  ACM_CLIENT_ID: 'Client-id bij die dienst.',
  ACM_PRIVATE_KEY_FILE: 'Bestand met de RSA-privésleutel (PKCS#8 PEM) van die client (private_key_jwt).',
  ACM_ROLE_SCOPE:
    'De eigen scope van de toepassing daar. De rollen staan in de claim met die naam en _rol_3d erachter.',
  ACM_ACR_VALUES:
    'Middelen om zich aan te melden die gevraagd worden, met spaties ertussen. Niet ingesteld: wat in de integratie staat.',
  ACM_CITIZEN_CLIENT_ID:
    'Client-id daar van de deur voor burgers. Niet ingesteld: burgers kunnen zich niet aanmelden en zien alleen algemene pagina’s.',
  ACM_CITIZEN_PRIVATE_KEY_FILE:
    'Bestand met de RSA-privésleutel (PKCS#8 PEM) van die client. Niet ingesteld: dat van ACM_PRIVATE_KEY_FILE.',
  ACM_CITIZEN_ACR_VALUES:
    'Middelen waarmee burgers zich aanmelden (eID, itsme), met spaties ertussen. Niet ingesteld: wat in de integratie staat.',
  CITIZEN_SESSION_MINUTES:
    'Hoeveel minuten een burger hoogstens aangemeld blijft, ook al zegt die telkens er nog te zijn. WCAG 2.2.1 vraagt tien keer de tijd van de volgende instelling.',
  CITIZEN_SESSION_IDLE_MINUTES: 'Na hoeveel minuten zonder klik een burger afgemeld wordt.',
  EMBED_ANCESTORS:
    'Sites die de pagina’s voor burgers in een kader mogen tonen, met spaties ertussen, over https. https://*.burgerprofiel.be is alles daaronder. Niet ingesteld: niemand mag het.',
  ACM_TIMEOUT_MS: 'Hoelang één antwoord van die dienst mag duren, in milliseconden.',
  OPERATOR_ORGANISATION:
    'Ondernemingsnummer van wie de installatie beheert: alleen daar geldt de rol uitbater. Niet ingesteld: nergens.',
  SESSION_IDLE_MINUTES: 'Hoeveel minuten medewerkers aangemeld blijven zonder iets te doen.',
  SESSION_MINUTES: 'Hoeveel minuten medewerkers hoogstens aangemeld blijven.',
  FRESH_LOGIN_MINUTES:
    'Hoeveel minuten een aanmelding vers is. Wat niet teruggedraaid kan worden, vraagt een verse aanmelding.',
  OFFLINE_COPY_DAYS:
    'Hoeveel dagen een kopie van de kiezerslijst op een toestel zonder netwerk hoogstens opengaat. Ze vervalt vroeger als er geen duplicaten meer zijn.',
  LOGINS_PER_MINUTE:
    'Hoogstens zoveel aanmeldingen per minuut die van één adres mogen beginnen, en evenveel die mogen eindigen. Een gemeentehuis is vaak één adres. Browsers waarin iemand zich eerder aanmeldde, tellen niet mee.',
  LOGINS_PER_PERSON: 'Hoogstens zoveel aanmeldingen per minuut van één medewerker, van welk adres ook.',
  CITIZEN_LOGINS_PER_MINUTE:
    'Hetzelfde voor burgers: duizenden telefoons van één netwerk kunnen een adres delen. Browsers waarin een burger zich al eens aanmeldde, tellen hier niet mee.',
  CITIZEN_LOGINS_PER_PERSON:
    'Hoogstens zoveel keer per minuut meldt één burger zich aan, en één browser waarin een burger zich al eens aanmeldde.',
  PROXY_HOPS:
    'Uw eigen proxy’s voor de pagina’s: zoveel stukken van X-Forwarded-For, van rechts geteld, worden geloofd.',
  EBOX_API:
    'Weg naar de e-Box. Een gemeente die onder eigen naam verstuurt, kan in haar bestand een andere kiezen.',
  EBOX_BASE_URL: 'Adres van die koppeling, tot en met haar versie.',
  EBOX_TOKEN_URL: 'Adres waar een toegangsbewijs (token) gehaald wordt.',
  EBOX_TOKEN_AUDIENCE: 'Voor wie het bewijs van de client bestemd is. Niet ingesteld: het adres hierboven.',
  EBOX_CLIENT_ID: 'Client-id bij wie de toegangsbewijzen geeft.',
  EBOX_PRIVATE_KEY_FILE: 'Bestand met de RSA-privésleutel (PKCS#8 PEM) van die client.',
  EBOX_SCOPE:
    'Scopes die gevraagd worden, met spaties ertussen. Niet ingesteld: die waarmee men over deze weg verstuurt.',
  EBOX_CONCURRENCY: 'Zoveel brieven tegelijk onderweg naar de e-Box, van alle processen samen.',
  EBOX_RATE_PER_SECOND: 'Hoogstens zoveel brieven per seconde naar de e-Box, van alle processen samen.',
  EBOX_TIMEOUT_MS: 'Hoelang één antwoord van de e-Box mag duren, in milliseconden.',
  EBOX_READ_STATUS:
    'on: er mag gevraagd worden welke brieven geopend zijn. Een gemeente kan dat voor zichzelf in haar bestand zeggen.',
  EBOX_READ_STATUS_AT_ONCE:
    'Hoogstens zoveel brieven in één zo’n vraag. Niet ingesteld: de grens van de weg.',
  EBOX_CONSENT_URL:
    'Adres van de koppeling van de e-Box-federatie, tot en met haar versie, die zegt wie een e-Box gebruikt. Niet ingesteld: niemand vraagt het.',
  EBOX_CONSENT_SCOPE: 'Scope die voor die vraag nodig is. Niet ingesteld: die van het versturen.',
  EBOX_CONSENT_AT_ONCE: 'Hoogstens zoveel personen in één zo’n vraag. Niet ingesteld: 1000.',
  MAIL_SMTP_URL:
    'Server die mail stuurt naar burgers die erom vragen: smtps://GEBRUIKER:WACHTWOORD@SERVER:465, of smtp://…:587 met STARTTLS. Niet ingesteld: er wordt geen mail aangeboden.',
  MAIL_FROM:
    'Adres vanwaar die mail komt. Nodig naast MAIL_SMTP_URL. Wat niet bezorgd kan worden, komt daar terug.',
  MAIL_TIMEOUT_MS: 'Hoelang één antwoord van die server mag duren, in milliseconden.',
  MAIL_CONNECTIONS: 'Hoogstens zoveel verbindingen van één worker met die server.',
  SMS_GATEWAY_URL:
    'Dienst die SMS verstuurt naar leden van bureaus, over HTTP. Hoe die dienst werkt, is een veronderstelling. Niet ingesteld: er vertrekt geen SMS.',
  SMS_GATEWAY_TOKEN: 'Waaraan die dienst ons herkent.',
  APPLE_PASS_TYPE:
    'Pass type identifier bij Apple, zoals pass.be.example.kiesloket. Niet ingesteld: geen pagina biedt een pas voor Apple Wallet aan.',
  APPLE_PASS_TEAM:
    'Team identifier bij Apple. Nodig naast APPLE_PASS_TYPE, zoals ook de twee instellingen hierna.',
  APPLE_PASS_CERTIFICATE_FILE:
    'Bestand met certificaten in PEM: dat van die soort pas, en daarna dat van Apple dat het uitgaf (WWDR).',
  APPLE_PASS_KEY_FILE: 'Bestand met de privésleutel (PKCS#8 PEM) van het eerste daarvan.',
  LOG_LEVEL: 'Hoeveel er in het logboek van de server komt (stderr).',
}
