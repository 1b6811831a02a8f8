/** Words of the pages within a site or an app of somebody else. */
export const nl = {
  back: { election: 'Terug naar deze verkiezing', elections: 'Terug naar mijn verkiezingen' },
  signIn: {
    title: 'Meld je aan om je kiesbrief te zien',
    text: 'Aanmelden kan niet binnen deze pagina. Het gebeurt in een nieuw venster. Daar zie je ook je kiesbrief.',
    link: 'Meld je aan in een nieuw venster',
  },
  signedOut: 'Je kiesbrief staat niet meer op deze pagina.',
}

export type Texts = typeof nl
