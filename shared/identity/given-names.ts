/**
 * Given names with their short and pet forms and their forms in other languages, folded (lower case, no accents), one group a
 * line; the part before `;` is one name in several languages, the part behind it are pet forms. A pet form may serve several
 * names. Our own compilation from general knowledge.
 */
const groups = `
  alexander alexandre alessandro alejandro aleksandr aleksander oleksandr alexandros aleksandar iskander; alex sasha sascha alec sandy xander sandro alejo lex olek sanja ales
  alexandra aleksandra alessandra alejandra oleksandra; alex sandra sasha lexi alexa sanya ola sandrine
  andrew andreas andre andrea andrei andrey andrej andriy andrzej andres anders andras ondrej andris; andy drew andi dres andriyko
  anthony antonio antoine anton antonius antonin antoni antti; tony toni tonio nino antek
  anna anne ana hanna hannah hana; annie anya annika anni nancy nan anka ania asia anita nina
  barbara varvara; barb barbie babs basia varya bara
  benjamin veniamin binyamin; ben benny bennie benji bibi
  bernard bernhard bernardo bernd; bernie benno berny
  bartholomew bartolomeo bartosz bartlomiej; bart barry bartek
  barack; barry
  catherine katherine kathryn catharine katharina caterina catalina ekaterina yekaterina kateryna katarzyna katarina katerina kathrin katrin karin ecaterina; kate katie cathy kathy kat kit kitty kay katya kasia trina rina katja kati cat
  charles carlos karl carl carlo karel karol carles; charlie chuck charly chas chip karlo carlitos
  christopher christophe cristobal christoph cristoforo kristoffer krzysztof; chris kit topher christo kris krzys
  christian cristian kristian christiaan; chris kris
  christina christine kristina cristina christiane kirsten khrystyna krystyna; chris chrissy tina christie kristi kris
  daniel danilo danil daniele danylo daniil; dan danny dani danek
  david davide davyd dawid; dave davey davy dudu
  deborah debora; deb debbie debby
  dmitry dmitri dimitri dmytro dimitrios dmitriy dmitrij; dima mitya dimitris mitja
  donald; don donnie donny
  dorothy dorothea dorota; dot dottie dolly dora thea
  douglas; doug
  edward eduard eduardo edouard edoardo edvard; ed eddie eddy ted teddy ned edu lalo
  edmund edmond edmundo; ed eddie ned
  edwin; ed eddie win
  eleanor eleonora eleonore elinor; ellie nell nora nelly ella lenore
  elizabeth elisabeth isabel elisabetta elisabet yelizaveta elizaveta alzbeta elzbieta isabelle isabella; liz lizzie beth betty bess eliza elise libby lisa liza lisbeth betsy ella elsie elli lili ela bella izzy belle
  emily emilia emilie amelia amelie; em emmy millie milly emi
  emmanuel emanuel manuel emanuele manoel; manny manu manolo
  ernest ernst ernesto; ernie
  eugene eugen eugenio yevgeny evgeny yevgeniy evgeni yevhen eugeniusz evgenij; gene zhenya
  ferdinand fernando hernando; fred ferdi nando
  florence florentina; flo florrie flora
  frances francesca francisca franziska francoise frantiska; fran frannie fanny franzi paca
  francis francisco francesco francois franz frans frantisek franciszek ferenc; frank paco pancho franco fran chico kiko cisco feri ferko
  frank franklin; frankie
  frederick frederic friedrich federico frederik fryderyk fredrik bedrich frederico; fred freddie freddy fritz rick fede frits
  gabriel gavriel gabriele gavril; gabe gabi gabo
  gabriela gabrielle gabriella; gabi gaby
  george georg jorge giorgio georges jiri yuri jerzy georgi georgios yury giorgi yorgos juraj jurij gyorgy heorhiy yuriy; georgie jurek jura goran zhora
  gerald gerard gerhard gerardo gerardus; gerry jerry gerd gert gerrit
  gregory gregor gregorio grigory grigoriy hryhoriy grzegorz gregoire grigor; greg gregg grisha
  guillermo william wilhelm guglielmo guillaume willem vilem wilhelmus liam; bill billy will willy willi willie wim memo helmut bil
  harold harald; harry hal
  helen helena elena helene yelena olena eleni ilona ellen; lena nell ellie lenka alyona lenuta
  henry heinrich henri enrique enrico hendrik henrik henryk jindrich hendrikus; harry hank hal heinz heiner henk rico heinzi quique heini
  hugh hugo ugo; hughie huw
  ignatius ignacio ignacy ignazio ignaz; iggy nacho
  ian iain john ivan juan jean johann johannes giovanni joao jan johan hans ioannis sean ivo jovan ioan janos yahya yohannes evan ion jens; jack johnny jon jackie vanya gianni hansi johnnie juanito janek jancsi hannes hanno jo gian jannis yannis giannis
  jonathan jonatan yonatan; jon jonny nathan johnny
  jacob jakob jacobo jacques giacomo james jaime diego santiago iago yakov jakub tiago jakov; jake jim jimmy jamie jem jimbo yasha kuba coby jack
  jane joan jana johanna giovanna juana jeanne ivana joanna yana jeannette; janie jenny joanie hanna asia jo janka
  janet janice; jan jenny
  jeffrey geoffrey jeffery gottfried; jeff geoff
  jennifer; jen jenny jenn
  jeremy jeremiah jeremias; jerry jem jez
  jerome geronimo jeronimo hieronymus; jerry
  jessica; jess jessie
  joaquin joachim gioacchino joaquim; achim quim jochen
  joseph jose josef giuseppe josep jozef iosif yosef osip yusuf youssef yousef josip jozsef; joe joey pepe peppe beppe sepp jupp chepe pepito zeke jose
  joshua josue yehoshua; josh
  judith judit; judy judi jutta
  julia juliana julie giulia yulia yuliya iulia; jules julie julka
  kenneth; ken kenny
  konstantin constantin constantine konstantinos konstantyn costantino; kostya costas kostas dinu gus
  larisa larissa; lara
  lawrence laurence lorenzo laurent lorenz laurentius lars laurens lavrentiy lavrenty; larry lauri laurie renzo
  leonard leonardo leonhard leonid; leo len lenny lyonya
  leopold leopoldo; leo poldi
  louis luis ludwig luigi lewis ludovic lodewijk ludvik ludovico lluis ludwik aloysius; lou louie lucho lui gino wiggerl
  lucas luke luca lukas luc lucian lukasz; lucky luk
  margaret margarita marguerite margherita margarete margareta malgorzata margot margit greta; maggie meg peggy marge margie rita greta gretel daisy gosia madge margo peg gretchen meta
  maria mary marie miriam mariya maryam mariam marija; molly polly masha mimi mia mitzi marika manya maruja mascha marysia
  mark marcus marc marco marcos markus marek; marky
  martin martino marten marcin martyn; marty
  martha marta marthe; patty mattie
  matthew matthias matteo mateo mathieu matthieu matias mateusz matej matvey mathias matthaus maciej; matt matty mats teo matze
  maximilian maksim maxim maxime massimo maksym maximilien maximiliano; max maks massi
  michael miguel michel michele mikhail michal mikael mykhailo mihail mihai mihaly mikhael michail mikhaylo; mike mick mickey micky misha mikey michi mischa micha mihi mitch miki
  michelle michele michaela mikaela michala; shelly micky
  mohammed muhammad mohamed mohammad mohamad mohamed mehmet muhamad mahomet muhammed; mo
  nathaniel nathanael; nate nat
  nicholas nikolai nicolas nikolaus nicola niccolo nikolaos mykola mikolaj miklos nikolay nicolae nikola niklas klaus claus niels nils; nick nicky kolya nico niko nikos colin klas nic
  natalia natalya nathalie natalie nataliya; nat nata natasha tasha
  nursultan; nur
  olga helga; olya
  oliver olivier oliverio; ollie oli noll
  oscar oskar; ozzie ossi
  patrick patricio patrizio padraig; pat paddy rick
  patricia patrizia; pat patty tricia trish pati
  paul paolo pablo pavel pawel paulo pol pavlo pauli pal pavlos; pauly pasha pavlik
  pauline paulina paula paola; polly
  peter pedro pierre pietro petr pyotr piotr petro petros petar pieter petrus peeter petru petter peder pere; pete petey petya pit perico pepo
  philip philipp philippe felipe filippo filip phillip filipp; phil pip flip
  rachel raquel rachele rahel; rach
  raymond raimund ramon raimundo; ray moncho
  raphael rafael raffaele rafal; rafa raf rafi rafe
  rebecca rebekka rivka; becky becca bex
  richard ricardo riccardo ryszard rikard richart; rick ricky dick rich richie ritchie rico dickie
  robert roberto rupert ruprecht; bob bobby rob robbie bert robin berto beto bobbie rab robby
  roderick rodrigo; rod rick roddy
  roland rolando orlando rolland; rolly rollo
  ronald ronaldo; ron ronnie ronny
  rose rosa rosemary rosalia; rosie rosita rosy
  rudolf rudolph rodolfo; rudi rudy rolf ruedi
  samuel samuele samuil shmuel; sam sammy sami
  samantha; sam sammy
  sarah sara; sally sadie
  sebastian sebastien sebastiano sebastiao; seb basti bastian wastl
  sergey sergei sergio serge serhiy sergej sergiy siergiej sergiu sergii serhii; seryozha
  sigismund sigmund zygmunt; sigi
  simon simone simeon szymon semyon semen shimon; sim si
  sophia sofia sophie zofia sofiya; sonya sonja zosia soph fifi
  stanislaw stanislav stanislas estanislao; stan stas staszek
  stephen steven stefan stephan etienne esteban stefano stepan stephane istvan szczepan stevan estevan stefanos; steve stevie steffen stef pista stipe
  stephanie stefania stefanie estefania; steph steffi
  suleiman solomon salomon sulaiman suleyman salomo; sol sulo
  susan susanna susanne susana suzanne zuzana zuzanna; sue suzy susie suzie susi sukie
  theodore theodor teodoro fyodor fedor theodoros teodor fjodor; ted teddy theo teo fedya
  terence terrence; terry
  theresa teresa therese terezia tereza; terry tess tessa resi tracy
  thomas tomas tommaso tomasz toma foma tamas; tom tommy thom maso tomek tomi
  timothy timoteo timofey timothee tymofiy; tim timmy
  tobias toby tobia; tobi
  valentin valentino valentyn valentine; val valya
  valeria valerie valeriya; val lera
  victor viktor vittorio vitor wiktor; vic vik vitya
  victoria viktoria vittoria viktoriya vitoria; vicky tori vika viki
  vincent vincenzo vicente vinzenz wincenty vikentiy; vince vinny enzo chente vin
  vladimir volodymyr wladimir vladimiro wlodzimierz vladimer uladzimir; vlad volodya vova vlado vladi dima
  walter gualtiero valter wolter gauthier; walt wally
  wolfgang; wolf wolfi
  xavier javier saverio xaver; xavi javi xavi
  zachary zacharias zakhar; zach zack zak
  abigail; abby gail
  albert alberto albrecht adalbert; al bert bertie albie
  alfred alfredo; al alf fred alfie fredo
  alan allan allen alain; al
  agnes ines inez agnieszka agnese; aggie nessa aga
  beatrice beatriz beatrix; bea trixie
  cecilia cecile cacilia; cissy celia
  clara claire klara chiara; clarice
  constance constanza konstanze; connie
  cornelius cornelis kornel; cor kees neil
  dieter dietrich theodoric diderik; dietz
  genevieve genoveva; gen eva
  gertrude gertrud; trudy gertie
  heinz; heinzi
  ingrid inga; inge
  jurgen; jorg yorck
  leila layla laila; leyla
  lucy lucia lucie luzia; lou lucinda lulu
  ursula; uschi ulla
  matilda mathilde matilde; tilly tilda
  veronica veronika veronique; vera ronnie nica
  virginia; ginny
  yitzhak isaac isaak ishaq itzhak; ike zac
  abraham avraham ibrahim abram; abe avi bram brahim
  yaroslav jaroslav jaroslaw; slava jarek
  vyacheslav vaclav wenceslaus vjaceslav; slava vasek
  vasily vasil basil basilio vasyl vasiliy vasilios bazyli; vasya vasilis
  ahmed ahmad ahmet achmed; hamada
  omar umar omer umer; umi
  osama usama oussama usamah
  hussein husain hussain husayn hossein huseyin
  hassan hasan
  abdullah abdallah abdulla; abdul
  yusuf; joe
  fatima fatma fatemeh fatimah
  aisha ayesha aicha ayse
  khalid khaled halid
  mustafa mostafa moustafa mustapha
  xiaoming; ming
`;

type Entry = { group: number; pet: boolean };

const entries = new Map<string, Entry[]>();
for (const [group, line] of groups.trim().split('\n').entries()) {
  const [full = '', pets = ''] = line.split(';');
  for (const [pet, names] of [full, pets].entries()) {
    for (const name of names.trim().split(/\s+/)) {
      if (name === '') continue;
      const known = entries.get(name) ?? [];
      if (known.some((entry) => entry.group === group)) continue;
      entries.set(name, [...known, { group, pet: pet === 1 }]);
    }
  }
}

/**
 * How two given names (folded) stand: `pet` where one is the pet form of the other (Bob, Robert), `translated` where they are
 * one name in two languages or two pet forms of one name, else null.
 */
export function givenNameTie(one: string, other: string): 'pet' | 'translated' | null {
  const others = entries.get(other);
  if (one === other || others === undefined) return null;
  for (const entry of entries.get(one) ?? []) {
    const match = others.find(({ group }) => group === entry.group);
    if (match !== undefined) return match.pet !== entry.pet ? 'pet' : 'translated';
  }
  return null;
}

/** True for a given name of the list (folded); far from every given name is in it. */
export function isKnownGivenName(word: string): boolean {
  return entries.has(word);
}
