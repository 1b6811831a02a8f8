/** Frequent Flemish names and invented streets: combined they name half a million people nobody is. */
const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

export const womensNames = words(`
  Aaltje, Agnes, Alice, Amber, Amélie, An, Andrea, Anke, Ann, Anna, Anne, Annelies, Annick, Annie, Ans, Astrid,
  Axelle, Babette, Bea, Betty, Bieke, Birgit, Brigitte, Britt, Carine, Carla, Caroline, Cathy, Charlotte, Chloë,
  Christel, Christiane, Christine, Cindy, Claire, Clara, Conny, Daisy, Daphne, Debbie, Denise, Diana, Dina, Dorien,
  Eefje, Elena, Eline, Elisa, Elise, Elke, Ella, Ellen, Els, Elsie, Emilia, Emma, Erika, Erna, Estelle, Eva,
  Eveline, Evi, Fatima, Febe, Fien, Fleur, Floor, Frederike, Freya, Frieda, Gerda, Ghislaine, Gilberte, Godelieve,
  Greet, Greta, Griet, Hanne, Hannelore, Heidi, Helena, Hilde, Hilda, Ilse, Imke, Ine, Inge, Ingrid, Irène, Iris,
  Isabel, Jana, Janne, Jeannine, Jenny, Jessica, Jeanne, Joke, Jolien, Josiane, Juliette, Julie, Karen, Karin,
  Karolien, Kathleen, Katleen, Katrien, Kim, Kirsten, Lana, Lara, Laura, Leen, Lena, Lien, Lies, Lieve, Lily, Linda,
  Lise, Liesbeth, Lore, Lotte, Louise, Lucia, Lut, Lydia, Maaike, Machteld, Magda, Margot, Maria, Marie-Claire,
  Marijke, Marleen, Martine, Maud, Maya, Melissa, Mia, Mieke, Mila, Mireille, Monique, Myriam, Nadia, Nancy, Nathalie,
  Nele, Nicole, Nina, Noor, Nora, Nuria, Olivia, Patricia, Paula, Peggy, Petra, Pia, Renée, Rita, Roos, Rosa, Saar,
  Sabine, Sandra, Sara, Sien, Silke, Simonne, Sofie, Sonja, Stefanie, Suzanne, Sylvie, Tamara, Tania, Tine, Tinne,
  Trees, Uma, Valerie, Veerle, Vera, Viviane, Wendy, Wies, Yasmina, Yvonne, Zita, Zoë`)

export const mensNames = words(`
  Aaron, Achiel, Adam, Adriaan, Albert, Alex, Alfons, Alain, Amir, Andreas, André, Anton, Arne, Arno, Arthur, August,
  Axel, Bart, Bas, Ben, Benjamin, Benoît, Bernard, Bert, Björn, Bob, Boris, Bram, Brecht, Bruno, Camiel, Carlo, Cedric,
  Chris, Christophe, Clement, Cyriel, Daan, Daniel, Danny, David, Denis, Dennis, Dieter, Dimitri, Dirk, Dries, Eddy,
  Edward, Elias, Emiel, Emile, Eric, Erik, Ernest, Ethan, Etienne, Felix, Ferre, Filip, Finn, Florian, Frank, Frans,
  Frederik, Freddy, Gaston, Geert, Georges, Gerard, Gert, Gerrit, Gilbert, Gilles, Glenn, Guido, Gust, Guy, Hans,
  Hassan, Hendrik, Herman, Hubert, Hugo, Ibrahim, Igor, Ivan, Ivo, Jaak, Jan, Jarne, Jasper, Jef, Jelle, Jens, Jeroen,
  Jo, Joachim, Johan, Jonas, Joost, Joris, Joseph, Jules, Julien, Jurgen, Karel, Kasper, Kenneth, Kevin, Kobe, Koen,
  Kris, Kristof, Kurt, Lander, Lars, Laurens, Leo, Leon, Leopold, Lieven, Lode, Louis, Lowie, Luc, Lucas, Ludo, Maarten,
  Marc, Marcel, Mario, Mark, Mathias, Matthijs, Maurice, Mauro, Maxim, Michel, Michiel, Miel, Milan, Mohamed, Nicolas,
  Niels, Noah, Norbert, Olivier, Omer, Oscar, Otto, Pascal, Patrick, Paul, Peter, Philippe, Piet, Pieter, Pieter-Jan,
  Pol, Quinten, Raf, Raymond, Reinhard, Remi, René, Ric, Rik, Robbe, Robert, Robin, Roel, Roger, Roland, Ronny, Ruben,
  Rudi, Ruud, Sam, Sander, Seppe, Serge, Siebe, Simon, Stan, Stef, Stefaan, Steven, Stijn, Sven, Theo, Thibault, Thijs,
  Thomas, Tibo, Tim, Timo, Tobias, Tom, Toon, Tristan, Urbain, Victor, Viktor, Vincent, Walter, Wannes, Ward, Warre,
  Werner, Willem, Willy, Wim, Wout, Wouter, Xander, Yannick, Yves, Zeno`)

export const lastNames = words(`
  Adriaens, Aerts, Baert, Baeten, Bauwens, Beckers, Beernaert, Belmans, Bernaerts, Billiet, Boeckx, Bogaert, Bogaerts,
  Boonen, Bosmans, Bossuyt, Braem, Brouwers, Bruggeman, Buyle, Callebaut, Callens, Casier, Celis, Ceulemans,
  Christiaens, Claes, Claessens, Claeys, Claus, Coene, Coenen, Cools, Coppens, Corthals, Cuypers, Daems, Daenen,
  Daneels, De Backer, De Bie, De Block, De Bock, De Boeck, De Bruyn, De Bruyne, De Clercq, De Cock, De Coninck,
  De Cuyper, De Decker, De Graeve, De Groote, De Keyser, De Ketelaere, De Langhe, De Loof, De Maeyer, De Meester,
  De Meyer, De Mol, De Moor, De Pauw, De Ridder, De Roeck, De Rycke, De Schepper, De Smedt, De Smet, De Vos, De Vries,
  De Wachter, De Wilde, De Winter, De Witte, De Wolf, Debaere, Deceuninck, Deckers, Declercq, Decorte, Decoster,
  Degryse, Delbeke, Delvaux, Demeyer, Demuynck, Denys, Deprez, Derycke, Desmet, Devos, Dewulf, D'Haene, D'hondt,
  D'Hoore, Dierckx, Dobbelaere, Driessen, Dumoulin, Engelen, Eeckhout, Everaert, Eyckmans, Feys, Fransen, Geens,
  Geerts, Ghysels, Gielen, Goethals, Goossens, Govaerts, Hendrickx, Hermans, Heylen, Heyvaert, Hoste, Huybrechts,
  Huyghe, Jacobs, Janssen, Janssens, Joossens, Kerkhofs, Kestens, Laenen, Lambrecht, Lambrechts, Lauwers, Leemans,
  Lemmens, Lenaerts, Leys, Lievens, Loots, Luyten, Maenhout, Maertens, Maes, Mariën, Martens, Mathijs, Meert, Meeus,
  Mertens, Meulemans, Michiels, Michielsen, Moens, Moerman, Moons, Moortgat, Naessens, Nijs, Nuyts, Olbrechts, Ooms,
  Pauwels, Peeters, Peetermans, Philips, Pieters, Platteau, Poelmans, Poppe, Raes, Raeymaekers, Reynaert, Reynders,
  Robberecht, Roels, Roelandt, Roggeman, Rombouts, Saelens, Schepens, Schellekens, Schoofs, Segers, Seghers, Sercu,
  Simons, Slegers, Smeets, Smets, Somers, Staelens, Stevens, Steyaert, Storms, Swinnen, Swennen, Taelman, Thijs, Thys,
  Timmermans, Torfs, Tytgat, Van Acker, Van Assche, Van Belle, Van Camp, Van Damme, Van Daele, Van de Velde,
  Van de Walle, Van den Bergh, Van den Bossche, Van den Broeck, Van den Eynde, Van der Linden, Van Dijck, Van Dyck,
  Van Eeckhoutte, Van Goethem, Van Hecke, Van Hoof, Van Hove, Van Impe, Van Laer, Van Landeghem, Van Looy, Van Loon,
  Van Mechelen, Van Nuffel, Van Oost, Van Parys, Van Roy, Van Rompaey, Van Steenkiste, Van Straeten, Van Thienen,
  Vanbrabant, Vandamme, Vandenberghe, Vandenbroucke, Vandepitte, Vandeputte, Vandevelde, Vandewalle, Vandooren,
  Vangenechten, Vanhecke, Vanhoutte, Vanneste, Vansteenkiste, Verbeeck, Verbeke, Verbruggen, Vercammen, Vercauteren,
  Verdonck, Verhaegen, Verhaeghe, Verheyden, Verheyen, Verhoeven, Verhulst, Verlinden, Vermeersch, Vermeire, Vermeulen,
  Verschueren, Verstraete, Verstraeten, Vervaet, Vinck, Vlaeminck, Vos, Vranckx, Wauters, Willems, Wouters, Wuyts,
  Wyns, Yperman, Zegers`)

/** Half of them carry names from elsewhere. */
export const namesFromElsewhere = words(`
  Kowalski, Wójcik, Łukasiewicz, Zieliński, Popescu, Ștefănescu, Țîrlea, Ionescu, Yıldız, Şahin, Doğan, Öztürk, Aydın,
  El Amrani, Ben Haddou, Bouazza, El Khattabi, Nguyễn, Trần, Phạm, Đặng, Fernández, Núñez, Gonçalves, da Conceição,
  Őrsi, Kovács, Szűcs, Petrović, Đorđević, Müller, Groß, Bērziņš, Kļaviņš, Jõgi, Øvergård, Þorsteinsson, O'Connor,
  Rossi, Dell'Acqua, Papadopoulos, Ivanova, Horáček, Dvořák, Ndiaye, Mbuyi, Tshibanda, Singh, Rahimi, Haile`)

const streetHearts = words(`
  Kersen, Linden, Beuken, Eiken, Populieren, Wilgen, Hazelaar, Vlier, Sleedoorn, Berken, Leeuwerik, Zwaluw, Merel,
  Kievit, Reiger, Uilen, Molen, Watermolen, Hof, Kapel, Klooster, Pastorij, Veld, Broek, Donk, Heide, Zand, Leem,
  Klei, Bron, Beek, Vijver, Sluis, Brug, Dijk, Polder, Haven, Wever, Smeden, Bakkers, Brouwers, Vlas, Hop, Tarwe,
  Haver, Gerst, Klaver, Korenbloem, Papaver, Zonnebloem, Maan, Sterren, Ochtend, Avond, Nachtegaal, Vossen, Hazen,
  Egel, Dassen, Eekhoorn`)
const streetEnds = words('straat, laan, weg, dreef, pad, hof, steeg, plein, wegel, kouter')

/** Six hundred streets that the invented municipality has. */
export const streets: readonly string[] = streetEnds.flatMap((end) =>
  streetHearts.map((heart) => `${heart}${end}`),
)
