/** Words about how to get to the polling place. */
export const nl = {
  title: 'Zo kom je er',
  route: 'Zoek je route in de kaarten van je toestel:',
  means: { walking: 'Te voet', cycling: 'Met de fiets', transit: 'Met het openbaar vervoer' },
  anyApp: 'Open in een andere kaartenapp',
  leaves: 'Deze links openen een andere app of site. Die weet dan waar je naartoe wilt.',
  map: {
    show: 'Toon de kaart',
    label: (place: string) => `Kaart met ${place}`,
    withoutBackground: 'Deze kaart toont geen straten. Het adres staat hierboven.',
    fromElsewhere: (whose: string) =>
      `De kaart komt van ${whose}. Die ziet het internetadres van je toestel, pas als je de kaart toont.`,
    somebody: 'een andere site',
  },
}

export type Texts = typeof nl
