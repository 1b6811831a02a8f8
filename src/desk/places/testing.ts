/** Two buildings with three sections; of the second one it is not known how one gets in, nor where it is. */
export const placesFile = `section;room;place_code;place_name;street;house_number;box;postcode;city;entrance;step_free;facilities;latitude;longitude
1;Refter;S1;Basisschool De Zon;Kerkstraat;12;;9999;Zonnedorp;poort in de Schoolstraat;ja;ringleiding|parking;51,05;3,72
2;Turnzaal;S1;Basisschool De Zon;Kerkstraat;12;;9999;Zonnedorp;poort in de Schoolstraat;ja;ringleiding|parking;51,05;3,72
3;Zaal 1;H1;Sporthal <b>Het Lange Woord</b> van Zonnedorp-aan-de-Beek;Sportlaan;2;;9999;Zonnedorp;;;;;
`
