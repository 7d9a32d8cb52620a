/**
 * Given names in use in Europe, the Americas, Asia and Africa that `shared/identity/given-names.ts` need not know (nothing ties
 * them to another form), folded: lower case, without accents. Our own compilation from general knowledge; not complete.
 */
const english = `
  aaron abel abigail abner ada adam addison adele adrian adriana adrienne agatha agnes aiden aileen aimee al alan alana alanna albert alberta alec
  alexa alexis alfred ali alice alicia alisa alison alissa allan allen allison allyson alma alton alvin alyssa amanda amber amelia amos amy
  anastasia andrea angel angela angelica angelina angelo angie anita annabel annabelle annette annie anton april archie ariana ariel arlene
  arnold art arthur arturo asher ashlee ashleigh ashley ashton aubrey audra audrey august austin autumn ava avery bailey barbra barrett barry bart
  beatrice becky bella ben bernadette bernice bert bertha bessie beth bethany betsy bettie betty beulah beverly bev bianca bill billie billy
  blaine blair blake blanche bob bobbi bobbie bobby bonnie boyd brad braden bradford bradley brady branden brandi brandie brandon brandy brant
  brenda brendan brenna brennan brent brett brian briana brianna bridget brittany brittney brock brodie brooke brooks bruce bruno bryan bryant
  bryce bryson buck bud buddy burt byron caitlin caleb calvin cameron camilla camille candace candice candy cara carey carissa carl carla carlene
  carlton carly carmen carol carole caroline carolyn carrie carroll carson carter cary casey cassandra cassidy cassie cathy cecelia cecil cecilia
  cedric celeste celia chad chance chandler chantal charity charlene charles charlie charlotte chase chaz chelsea cher cheri cherie cherry cheryl
  chester chloe chris christa christi christian christie christine christy chrystal chuck cindy claire clara clare clarence clarice clark claude
  claudette claudia clay clayton cleo cliff clifford clifton clint clinton clyde cody cole colette colin colleen collin connie connor conrad
  constance cooper cora cordelia corey corinne cornelia cornelius corrine cory courtney coy craig cristina crystal curt curtis cynthia cyrus dahlia
  daisy dale dallas dalton damian damien damon dan dana dane daniella danielle danny dante daphne darby darcy daren daria darin darla darlene
  darnell darrel darrell darren darrin darryl darwin daryl dave davis dawn dawson dax dean deana deann deanna deanne debbie debby debi debra dee
  deidre deirdre delbert delia della delores deloris delroy demetrius dena denis denise dennis denny denver derek derrick desiree desmond devin
  devon dewayne dewey dexter diana diane dianna dianne dick dillon dina dirk dixie dolores dominic dominique don dona donna donnie donovan dora
  doreen dorian doris dorothea dottie doug doyle drew duane dudley duncan dustin dwayne dwight dylan earl earle earlene earnest easton ebony ed
  eddie eden edgar edith edna eileen elaine elbert elena eli elias elijah elinor elise elissa ella ellen elliot elliott ellis ellouise elmer eloise
  elsa elsie elton elvira elvis emerson emilee emma emmett enid eric erica erich erick ericka erika erin erma ernestine errol esmeralda essie estelle
  esther ethan ethel etta eunice eva evan evangeline eve evelyn everett ezra faith fannie farrah fawn fay faye felicia felicity felix fern finn fiona
  fletcher flora floyd forrest foster fran frank frankie franklin fred freda freddie freddy frederic fredrick freya gabby gabriela gabriella gabrielle gail galen
  garland garret garrett garry garth gary gavin gay gayle gaylord gemma gena gene genevieve geoff geoffrey george georgette georgia georgina gerald
  geraldine gerard gerry gertrude gilbert gilda gillian gina ginger ginny gladys glen glenda glenn glenna gloria glynn gordon grace gracie grady graeme graham
  grant grayson greg gregg greta gretchen griffin grover guadalupe guy gwen gwendolyn hadley hailey hal haley hank hannah harlan harley harmony harold
  harriet harris harrison harry harvey haydee hayden hayley hazel heath heather hector heidi helga henrietta herb herbert herman hilary hilda hillary
  hollie hollis holly homer hope horace houston howard hubert hudson hugh hugo humphrey hunter ian ida imani imogen imogene ina india inez ingrid ira irene
  iris irma irvin irving irwin isaac isabell isaiah isla israel iva ivan ivor ivy jace jack jackie jackson jaclyn jacqueline jacquelyn jade jaime jaimie jake
  jalen jamal jameson jamie jan jana jane janel janelle janet janette janice janie janine janis janna jared jarrett jarrod jarvis jasmin jasmine jason jasper
  jax jay jayden jayme jayne jayson jean jeanette jeanie jeanine jeanne jeannette jeannie jeannine jed jeff jefferson jeffery jeffrey jenna jennie jennifer
  jenny jeremiah jeremy jeri jermaine jerome jerri jerry jess jesse jessica jessie jesus jethro jewel jill jillian jim jimmie jimmy jo joan joann joanna
  joanne jocelyn jodi jodie jody joe joel joey johanna john johnathan johnnie johnny jojo joleen jolene jon jonah jonathan jonathon joni jonny jordan jordyn
  josefina josh joshua josiah josie joy joyce juana juanita jude judi judith judson judy jules julia juliana julianna julianne julie juliet juliette julius june justice
  justin justine kaitlin kaitlyn kara karen kari katharine karin karina karla karyn kasey kate katelyn kathi kathie kathleen kathy katie katrina kay kaye kayla
  kaylee keegan keith kelley kelli kellie kelly kelsey kelvin ken kendall kendra kendrick kenneth kenny kent kenya kermit kerri kerry kevin kiara kieran
  kiera kim kimber kimberlee kimberley kimberly kip kira kirby kirk kirsten kirstie kit kitty knox kristen kristi kristie kristin kristine kristopher kristy
  krystal kurt kurtis kyla kyle kylie lacey lacy laila lamar lana lance landon lane lara larissa larry lars lashonda latasha latisha latonya latoya
  laura laurel lauren laurence laurie lauryn lavonne lawrence layla lea leah leander leanne lee leigh leila leland lelia lena lenny lenora leo leon leona leonard
  leonardo leroy les lesa lesley leslie lester leticia levi lewis liam lila lillian lillie lily lincoln linda lindsay lindsey lindy linnea lionel lisa liz
  lizzie lloyd logan lois lola lon lonnie lora loraine loren lorena lorene loretta lori lorie lorna lorne lorraine lorrie lottie lou louann louella louie
  louis louisa louise lowell lucas lucia lucille lucinda lucy luke lula luna lupe luther lyall lydia lyla lyle lyn lynda lyndon lyndsay lyndsey lynette lynn lynne lynnette
  mabel mac mack mackenzie maddox madeleine madeline madelyn madge madison mae magdalena maggie malachi malcolm mallory mamie mandi mandy manny
  marc marcel marcella marcellus marci marcia marcie marco marcus marcy margo margot margret marguerite mariah marian marianna marianne maribel
  marie mariel marilyn marina marion marisa marisol marissa maritza marjorie mark marla marlene marley marlin marlon marnie marsha marshall marta
  marthalee martin marty marvin maryann maryanne marybeth marylou mason mateo matilda matt mattie maud maude maura maureen maurice mavis max maxine maxwell may maya
  mckenzie meagan meg megan meghan melanie melba melinda melissa melody melva melvin mercedes mercy meredith merle merlin merry meryl mia micah michele
  michelle mick mickey miguel mike milan mildred miles millicent millie milton mimi mindy minerva minnie miranda miriam misty mitch mitchell mitzi moira mollie
  molly mona monica monique monroe monte monty morgan morris mort mose moses muriel murray myles myra myrna myron myrtle nadia nadine nan nancy nanette naomi nate
  nathan nathaniel neal ned neil nell nellie nelson nettie neva nevaeh neville newton nia nichole nick nicki nickolas nicky nicola nicole nigel nikki nina
  noah noel noelle nolan nora noreen norma norman norris octavia odell odessa olga olive oliver olivia ollie opal ophelia oprah ora orlando orville oscar otis
  otto owen paige pam pamela pansy paris parker pat patience patrice patsy patti pattie patty paula paulette pauline payton pearl peggy penelope penny
  percy perry pete petra peyton phil philip phillip phoebe phyllis pierce piper polly porter portia prentice preston priscilla prudence quentin
  quincy quinn quinton rachael rachel rae ralph ramona randal randall randi randolph randy raquel ray raymond reagan reba rebecca rebekah reece reed
  reese reggie regina reginald reid rena rene renee reuben rex reynaldo rhea rhett rhiana rhiannon rhoda rhonda rhys ricardo rich richie rick rickey ricky rigoberto
  riley rita rob robb robbie robby robin robyn rocco rochelle rocky rod roderick rodger rodney rodrigo roger roland rolf rolland roman ron ronald ronda roni
  ronnie rory rosa rosalie rosalind rosalyn rosanne roscoe rose roseann roseanne rosella rosemarie rosemary rosetta rosie roslyn ross rowan rowena
  roxanne roxie roy royce ruben ruby rudolph rudy rufus rupert russ russel russell rusty ruth ruthie ryan ryder rylee sabrina sadie sal salvador sally
  salvatore sam samantha sammie sammy sandi sandie sandy sara sarah sasha saul savannah sawyer scarlett scot scott scottie sean sebastian selena selina selma
  serena seth shad shana shane shanna shannon shari sharlene sharlyn sharon sharron shaun shauna shaw shawn shawna shayla shayne shea sheena sheila
  shelby sheldon shelia shelley shelly shelton sheri sherman sherri sherrie sherry sherwin sherwood sheryl shirley sid sidney sienna silas silvia simone
  skylar skyler sofia sondra sonia sonja sonny sonya sophie spencer stacey staci stacie stacy stan stanford stanley stella stephan stephanie stephany stephen
  sterling steve stevie stewart stuart sue summer sunny susan susana susie suzan suzanna suzanne suzette suzi sybil sydney sylvester sylvia tabatha tabitha tad
  talia tamara tameka tami tamika tammi tammie tammy tamra tania tanner tanya tara tasha tate tatum taylor ted teddy teresa teri terence terra terrance terrell
  terrence terri terrie terry tess tessa thad thaddeus thea theo theodora theresa therese thora thurman tia tiana tiffany tim timmy tina tobias toby todd
  tom tommie tommy toni tonia tony tonya tori tracey traci tracie tracy travis trent trenton trevor trey tricia trina trinity trisha trish tristan troy
  trudy tucker twila ty tyler tyrone tyson ulysses una ursula val valarie valeria valerie van vance vanessa vaughn vera verna vernon veronica vic vicki
  vickie vicky victoria vince vincent viola violet virgil virginia vivian viviane vonda wade walker wallace walt walter wanda ward warren wayne wendell
  wendi wendy wes wesley weston whitney wilbert wilbur wilda wiley wilfred will willa willard willie willis wilma wilson winifred winnie winona winston wyatt
  xavier yolanda yvette yvonne zach zachary zachery zack zackary zane zara zelda zella zoe zoey`;

const european = `
  aad aage aart abelard adalbert adela adelheid adeline adolf adriaan adrien agathe agnieszka agustin aina aino aitor alain alban albano alberto albrecht alda aldo
  alena ales alessia alfons alfonso alfredo aline alix alojz alois aloisia alvaro alwin amadeo amaia amalia amandine amaury ambroise ameline ana anabel
  anais anastasios andrijana aneta angele angelika angelique angus anja anke ann anna-lena anneke anneliese annelies annemarie annett annick annika anouk ansgar antje
  antonella antonia apostolos ariane aristide arkadiusz arlette armand armando armin arnaud arne arnim arno arnaldo artur arvid asa ase asbjorn asger aslaug astrid
  athanasios attila aude audun augusta augustin augusto aurelie aurelien aurelio auke axel azucena balazs baldur baptiste barbora bart bartosz bas bastian
  bastien beat beata beate beatrix beatriz begona bela benedetta benedetto benedicte benedikt benita benito benno benoit bente berenice berit bernardo
  bernadett bernd bernhard berta berthold bertil bertrand bettina birger birgit birgitta birgitte birte bjarne bjoern bjorg bjorn blanca blandine blanka blazej
  bodil bodo bogdan bogdana boguslaw bohdan bohumil bojan bojana boleslaw borge boris borislav borja borut bozena branimir branislav branka branko brice brigita
  brigitta brigitte britt britta bronislav bronislaw bruna brunhilde burkhard carina carine carles carlotta carme carmelo carola carolin carolina carsten casper
  cathrin cathrine catia cecile cedric celestino celine cesar cesare chantal charlene charline chiara christel christelle christiaan christiana christianne christof christos
  christophe cinzia clarissa claus claudine claudio clemence clemens clement clementine cleve concetta concepcion conny consuelo coralie corentin corina corinna corinne
  cornelis costas cyril cyrille cyrillus czeslaw dag dagmar dagny dalibor damiano damir dana dania danica danijel danijela danuta daria dario dariusz darko davor debora
  delfim delphine demetrio denisa detlef detlev dick dieter dietmar dietrich diether dimitra dimitrios dino dirk ditlev ditte djordje dolf dolores domenico domingo
  dominik dominika donata donatella donato doris doriane dorit dorota dorte dorthe dragan dragana drazen drahomira dubravka dusan dusko ebba eberhard eckart eckhard eda edda
  edeltraud edith edita edo edouard edvin efstathios egbert egon eija eike einar eino eirik ekkehard elena eleni elfriede elia elias elien eliane eligio elin elina
  eliot elisa elisabete elise eliska elke elly elmar elodie eloi els elsbeth elvira elzbieta emanuela emil emile emiliano emilie emilio emma emmanuelle emmerich enrica
  enzo erhard eric erica erik erika erkki ernestina erwan erwin erzsebet esa esben espen estela estelle estefania esteban ester etienne etelka eugenia eugenie eulalia
  eusebio eva evelien eveline evelyne evert ewa ewald ewelina fabian fabiana fabiano fabien fabienne fabio fabrice fabricio fabrizio fanny fatima fausto federica federico
  felicitas felipe feliks ferenc fernand fernanda ferran filip filipa filippa filippo fiorella fjodor flavia flavio flemming florent florian floriane floris fons francesc francine
  francois franck franco franjo frank franka frans frantisek franz fredrik frederik frederike frederique frieda friederike friedhelm friedrich fridolin fritz fritzi frode fulvio
  gabor gabriele gaelle gaetan gaetano gail galina gaspard gaston gautier gebhard geert geir gemma gennaro genoveva georg georges georgios gerald geraldo gerard gerarda gerben gerda gerd
  gerhard gerlinde german germain germaine gernot gerold gerolf gerrit gertraud gertrud ghislaine giacomo giampiero gian gianfranco gianluca gianmarco gianni gianpaolo gilberto gilda gilles
  gino giorgia giorgio giorgos giovanna giovanni giselle gisela gisele gitta gitte giulia giuliana giuliano giulio giuseppe giuseppina gjermund goran gordana gorm gosta gottfried gottlieb
  grazia graziella grazyna gregor gregoire gregorio gretel grete grit grzegorz gudrun guendalina guido guilherme guillaume guillem guillermo gunda gunhild gunilla gunnar gunter gunther
  gunvor gustaf gustav gustave gustavo gyorgy gyula haakon hagen hakan haldis halina halvard halvor hanne hannelore hannes hanno hans hansjorg hanspeter harald
  hartmut hartwig hedda hedwig hege heike heiko heiner heinrich heinz hela helen helene helga helge hellmut helle helma helmut helmuth heloise henk hendrik henning henri henriette henrik
  henrike henryk heribert herman hermann hermine herve hilde hildegard hilkka hiltrud hinnerk holger horst hrvoje hubertus huguette huib hugues iain ida ignace ignacio ignaz igor ildiko ilaria ilka ilkka
  ilona ilse immanuel ines inga inge ingeborg ingemar inger ingmar ingo ingolf ingrid ingvar inka inken inmaculada ioana ioannis ion ionut irena irina irinel irmgard irmtraud isabel isabella isadora
  ismael iska istvan itziar iva ivana ivar ivica ivo ivonne iwona iztok jaakko jaap jacek jacob jacinta jacinto jacky jacques jadwiga jakob jakub jan-erik janek jani janina janko janne jannik
  janos janusz jari jarkko jarle jarmila jarmo jaromir jaroslav jaroslaw jasmina jasna javier jean-baptiste jean-claude jean-francois jean-louis jean-luc jean-marc jean-michel jean-paul
  jean-philippe jean-pierre jelena jelle jens jeroen jeronimo jesper jessika jeremie jerzy jiri jitka joachim joan joao joaquim joaquin jochen jochem joel joelle joerg johan johann johanne
  johannes jokin jolanda jolanta jon jona jonas joos joost jordi joren jorge jorgen joris jorg jorma jorn josef josefa josefine jose josep josip joseba josiane joska jovan jovana jozef jozsef juan
  judit juha juhani jukka julen julien julienne julieta julio juliusz jurgen jurgita jurij juraj jurjen juri justyna jutta jytte kaare kaisa kai kaja kajsa kalle kamil kamila karel karen-margrethe
  kari karim karine karlheinz karolin karolina karoly karoline karsten kasimir kasper kaspar kathleen kathrin kati katinka katja katleen katrin katrine kazimierz kees kerstin kestutis
  ketil kevin kim kirsi kirsten kjell kjersti klara klaudia klaus klausjurgen klazien klemens knud knut koen koenraad kolbjorn konrad konstantin konstantinos kora kornelia kostas
  kresimir krista kristel kristiina kristjan kristof kristoffer krystian krzysztof kurt kyra ladislav laila lajos lambert lars larsen lasse laszlo laura laure laurence laurens
  laurent laurentiu lauri lautaro lazar lech leena leif leila lena lene lennart lenka leo leocadia leokadia leon leonhard leonie leonor leonore leopold leopoldo leszek leticia levente liane lidia
  lidija liesbeth lieve lieselotte lilian liliana lilli lilly lina line linus lino lionel lisbeth lise lisette liselotte liv livia ljiljana ljubica ljubomir loic loes lodewijk lorenz
  lorenza lorenzo lothar lotta lotte louisa lourdes luc luca lucas luce lucian luciana luciano lucie lucien lucienne lucija lucio lucjan lucyna ludek ludmila ludo ludovic ludovico ludwig luigi luigia luis luisa
  luise luisella luit lukas lukasz lutz luuk luz lydie maaike maarten maciej macarena madalena madlen mads magali magda magdalena magdalene magne magnus mai maija maike maite maj maja malgorzata
  malene malin malte manfred manoel manolis manon manuel manuela mara marc marceau marcelina marcelino marcello marcelo marcin marco marcos mare marek maren margareta margarete margareth margarethe margarida
  margherita margit margot margrit marguerite maria mariana mariann mariano marianne maribel marielle marietta marieke marija marijke marika mariken marilena marilene marin marina marine
  marinus mario marion marise marisa marit marita mariusz marja marjan marjana marjo marko markku marketa marlene marlies marlis marta marten marthe martijn martin martina martine marton martti maryse masa massimiliano massimo matej
  mateja mateusz mathias mathieu mathilda mathilde mathis mathijs matias matilde matteo matthaus matthias matthieu matthijs matti mattias maud maurizio mauricio mauro maxim maxime maximilian
  maximiliano mechthild mechtild melanie melchior melina mercedes merete merja merethe meta michaela michail michal michala michel michela michele micheline michelle michiel miek miguel mihai mihaela mihail mikael
  mikko mikkel mikolaj mila milada milan milena milica milos miloslav milorad mina mira mircea mireia mireille mirela mirella mirek mirja mirjam mirjana mirka mirko miro miroslav miroslava
  miroslaw mitja mladen modesto moises mogens mona monika monique montserrat morten moritz myriam nadege nadezda nadja nanna natacha natalia natalie natalija natasa natascha nathalie
  nebojsa nelly nello nenad nerea nestor nevena nicolai nicola nicolaas nicolas nicole nicoletta nicolo niels nieves niko nikita niklas niklaus nikola nikolai nikolaj nikolaos nikolaus nikos nils nina nino noelia
  noemi noemie norbert norberto nuno nuria octavian octavio oddvar oddbjorn odette odile ola olaf olav ole oleg olena olga olivera oliver oliviero olivier olle olof ondrej onno oriol orjan ornella ortrud ortwin oscar oskar osvaldo oswald
  otakar otmar ottmar otto ottilie ottokar ovidiu oyvind oystein paavo pablo panagiotis paola paolo pascal pascale pascaline pasi pasquale patrice patricia patricio patrik patrizia patrizio patryk patrycja pauli paulina pauline paulino paulo pavel pavla
  pawel pedro peer peggy pekka pelle penelope per perrine peter petr petra petri petter petteri petros pia piedad pier piera pierangelo pierluigi piero pierre pierre-yves pierrick pierrette pieter pietro pilar pille piotr pirkko pius
  placido poul predrag primoz przemyslaw quirin rachele radek radim radmila radomir radoslav radoslaw radovan radu rafael rafaela raffaele raffaella rafal ragna ragnar ragnhild raimo raimond raimund rainer ralf ralph ramon ramiro ramona
  raphael raphaela raquel rasmus raul raymonde regine regis regula reidar reija reiko reimund reiner reinhard reinhild reinhold reinier rein remco remi remo remy renata renate renaud renato rene rens renzo reto ria ricarda riccardo rickard rico rik rikard rike
  rikke rinaldo risto rita ritva robbert robert roberta roberto robrecht robin rocio roderich rodolfo rodolphe rodrigo roel roeland roelof rogelio roger rogerio rogier roland rolande rolando rolf romain roman romana romano romeo romuald romy ronan ronny rosa rosalba rosalia rosanna rosario
  rosaria rosella rosemarie rossana rosita roswitha rozalia ruben rudi rudiger rudolf rui rune runa ruta ruud ruxandra ryszard sabina sabine sabri sacha salome salvador salvatore sander sandra sandrine sandro sanja sanna sanne santiago santino santos sara
  sascha saskia sauli saverio savina savino sebastiaan sebastian sebastiano sebastien selma senta seppo serena serge sergei sergej sergi sergio severin severine seweryn sibylle siegbert siegfried sieglinde siegmund siegrid sigbjorn sigfrid siggi sigmund signe sigrid
  sigrun sigurd silke silvan silvana silvano silvestre silvia silvie silvio silvina simeon simon simona simone simonetta sina siri siv sjoerd slavica slavko slavomir slawomir slobodan snezana sofie sofia solange solveig sonja sophie soren spyridon srdjan stanislas
  stanislav stanislaw stanka stef stefan stefana stefania stefanie stefano steffen steffi stein steinar stella sten stephane stephanus stig stijn stina stine stjepan stoyan sture sunniva susann susanna susanne suse susi sven svend svenja svetlana svetlan sverre swantje sybille sylvain sylvaine sylvia sylviane
  sylvie sylwester sylwia szabolcs szymon tadeusz tamas tanguy tania tanja tarja tarjei tatiana tatjana teemu telma teodor teodora teofil tereza terje terezia tero thaddaus thekla theo theodor theofanis theres therese thibault thibaut thierry thijs thilo
  thomas thora thorben thorleif thorsten thorvald thoralf tihana tiia tiina tilda till tilman tilo timo timon timothee tino tiziana tiziano tjark tobias todor tom tomas tomasz tomaz tomislav tommaso tommi toni tonje toon tor torben tord tore torgeir torkild
  torleif torsten torstein torunn tove traudel trine trond troels trude tuomas tuula tuomo udo uffe ugo ulf ulises ulla ulric ulrich ulrik ulrika ulrike ulrika umberto urban urs ursel ursina ursula urszula uta ute uwe vaclav valentin valentina valentino valerian valerie valerio valery
  valter vanda vanesa vanja vasco vasil vasile vasilis vassilis veit veerle vegard veijo velimir venceslav vendula vera verena verica veronika veronique vesa vesna vibeke vicente vicenzo victor viggo vigdis viktor viktoria viliam vilma vilhelm ville vinciane vincenzo vincenza
  violaine violetta virgilio virginie virpi vit vito vittoria vittorio vivien viviane vladan vladimir vladimira vladislav vlasta vlatka vojtech volker volkmar vuk waclaw waldemar walburga walter waltraud wanda wenche wenzel werner wibke wieland wieslaw wieslawa wiktor wilfried wilhelm wilhelmina wilhelmine willem
  willi willibald willy wim winfried witold wladyslaw wlodzimierz wojciech wolf wolfgang wolfram wouter xabier xander xaver xavier xenia yann yannick yannis yolande yorick yves yvan yveline yvette yvon yvonne zbigniew zdenek zdenka zdravko zeljko zeljka zita zlatko zlatan zofia
  zoltan zoran zorica zsofia zsolt zsuzsanna zuzana zuzanna zygmunt oksana nataliya yuliya larisa lyudmila lyubov svitlana tetiana iryna olesya ruslan rustam timur artem artyom maksim vadim vitaly vitalij vitaliy viacheslav vyacheslav yaroslav yuri yuriy yury gennady valery anatoly anatoliy stepan
  taras bohdan nazar denys kyrylo semyon igor ihor oleh oleg zhanna inna alla raisa nina tamara rimma galyna halyna`;

const wider = `
  aadil aaliyah aarav abbas abdalla abdallah abdel abdelkader abdo abdul abdullah abdulrahman abena abhijit abhishek adebayo adel adil aditi aditya adnan afua agung ahmad ahmed ahmet aida aisha aishwarya ajay ajit akash akbar akemi akin akio akira akiko akshay alaa aleem ali alia alok aman amal amar amara amin amina amir amira amit amita
  amjad amr amrita anand anant ananya andile andi angga anil anita anjali anjana ankit ankita ankur anoop ansh anu anuj anup anupam anuradha anusha anwar aparna aravind arash archana areej arif arjun arnav arpit arun aruna arvind asad asha ashish ashok ashraf ashwin asif asim asma asuka atif atsushi atul avi avinash aya ayaan ayaka ayako ayesha ayman
  aylin ayse aysha aziz aziza baasim babak babatunde badr bahar bahram bai balaji baran baris bashir basil basim bassam batuhan bayu behzad berk bharat bhavesh bhavna bhupinder bilal bin bing blessing bola bong boris budi burak can canan cem cemal chandan chandra chandrasekhar chang chen cheng chetan chi chiara chidi chiho chijioke chika chinedu chinonso chinwe chloe chong chukwu chun cong
  danish dariush deepa deepak deepika deepti dede dev devendra dewi dharmesh dhruv diallo dilip dimas dina dinesh dipak divya diya dong duc durga dwi ebru ece efua eiji eko ekrem elham elif emeka emine emre ender engin enrique erdem erhan eri erkan ernesto ersin esra eyal ezgi fadi fahad fahd faisal faiz farah fareed farhad farhan farid farida faris farouk fatemeh fathi fatih fatma fatoumata
  feng ferhat fikret fumiko funda fumio gamal ganesh gaurav gautam geeta ghassan girish gita gokhan gopal govind gul gurpreet guo habib hadi hafsa haider hakan hakim halil halima hamad hamid hamza hana hanan hani hao haris harish harjit haroon haruka haruki haruto hasan hassan hatem hatice haya haytham hemant hesham hideki hideo hiroaki hiroki hiroko hiromi hiroshi hiroto hiroyuki hisashi
  hoang hong hossam hossein huda hui hung husain husam hussein hyun ibrahim ibtisam idris ifeanyi iftikhar ihsan ikram iman imad imran indira ines indra irfan isha ishaan ismail issa izumi jabir jae jagdish jaime jalal jamil jamila javed javid jawad jaya jayant jayesh ji jia jian jiang jie jigar jin jing jitendra joko jun jung jumana junichi junko kadir kailash kalpana kamal kamala kamran kanako kaori kapil karan karthik
  kartik kashif kavita kavya kayode kazim kazuhiko kazuki kazuko kazuo kazuya keiko keita kemal ken kenichi kenji kenta khaled khalid khalil khadija kiran kishore koffi kofi koichi koji kosuke krishna kumar kumiko kunal kwabena kwame kwasi lakshmi lalit lan latif latifa layla lei leila leyla li lian lina ling linh liu long lubna mahdi mahendra mahesh mahmoud mahmud mai maki makoto mamadou mana manisha manish manoj mansour maryam
  masaaki masahiro masako masaru masashi masato masoud mayumi mazen medhat meera megumi mehdi mehmet mehran mei melek melis memet mert meryem metin michiko midori mika min minako ming minh miki misaki mitsuko mitsuru miwa miyuki mohamad mohamed mohammad mohammed mohan mohsen moustafa mona monir mostafa muhammad muhammed mukesh murat murad musa mustafa nabil nada nader nadeem nadir nafisa nagesh naila
  naman nana nandini nao naoki naoko naomi naresh narendra nasser nasrin naveen navid nazli neelam neeraj neha nesrin nga ngoc ngozi nguyen nidhi nihal nikhil nilesh niraj nisha nitin nizar nkechi nobuo nobuko noha noor nour noura noriko nur nuray nuri nurul obinna oktay olabisi olu oluwaseun omar omer onur orhan osama osamu osman ozan ozge ozgur padma pallavi pankaj parag parveen parvin parwez pedram phuong ping piyush pooja
  prabhu pradeep prakash pramod pranav prasad prashant pratik praveen preeti prem priti priya priyanka puneet purnima putri qadir qasim qi qiang quang quoc rachid rachida radha radwan rafiq raghav raghu rahim rahul raj raja rajan rajat rajeev rajendra rajesh rajiv raju rakesh ram rama ramadan ramesh rami ramzi rana ranjit rania rao rashid rashida ravi ravinder razia reem rekha ren reyhan reza rie riko rina ritesh ritu riya rizwan rohan rohini
  rohit roshan roya rui ruhi rukmini ryo ryota ryuichi saad sabah sachiko sachin sadia saeed safa sagar sahar sahil said saif sajid sakura salah saleem saleh salem salim salma saman sameer sami samir samira samiya san sana sandeep sandhya sangeeta sanjay sanjeev santosh sapna sara sarika sarita sasan satish sato satoko satomi satoru satoshi saurabh savita sayaka sayed seema sefa selim semra seo serdar serkan setiawan sevda shabana shah
  shahid shahin shahram shakil shalini shan shankar sharad shashi sheikh shen shigeru shilpa shin shinichi shinji shinya shirin shiv shivani shizuka shobha shoji shota shreya shu shuji shubham shyam siddharth siham sina sinan sneha sohail soheil somchai song soo sota soumya sri srinivas subhash sudha sudhir sugeng suleiman suleyman sultan suman sumit sumiko sunil sunita suresh surya sushil sushma suzuki svetha swapna swati syed tadashi taha tahir takahiro takako takashi
  takayuki takeshi takumi taiwo tarek tariq tatsuo tatsuya tayfun tejas temitope thandi thandiwe thanh thi thulani thuy tomoko tomomi tomoyuki toshiaki toshio toshiko trang tri truong tsuyoshi tuan tugba tuncay tung turgut tushar uday ufuk ugur uma umair umar umesh umit umut usha usman vandana varun vasant venkat venkatesh victor viet vijay vijaya vikas vikram vinay vineet vinod vipin viren vishal vishnu vivek volkan waleed walid waqas wei wen
  xia xiang xiao xiaoming xin xing xu yahya yan yang yao yara yash yasemin yaser yasin yasir yasmin yasmine yasuko yasuo yavuz yetunde yi yildiz yilmaz ying yinka yoko yolanda yong yongjun yoshiko yoshio yoshiaki youssef yousuf yu yuan yudi yue yui yuichi yuji yuka yukari yuki yukiko yukio yuko yumi yun yunus yusuf yusra yuto yutaka yuval zahid zahir zahra zainab zaki zehra zeynep zeyad zhen zhi ziad zulfiqar zuhal zubair
  adriano aline altair amauri anderson benedito caio camila celso cleber cristiane diego eder edilson edson eduarda elaine eliane everton fabiola flavia gilson gisele gleison graziela ivanir jair janaina jefferson joana joseane jussara juliano junior karina leandro lilian luana luciana luiz marcela marcia marcio marlene mateus mauricio mirian natalia
  nelson osmar paula pedro rafael regina reinaldo renata ricardo rogerio romulo ronaldo rosana rosangela rubens sandro sidnei silvana simone solange suely tatiane thais thiago tiago vagner valdir vanessa vinicius viviane wagner wanderley washington wellington
  alejandra alvaro anibal araceli arely aurora bautista belen brenda carlos cesar claudia cristian damian delfina dolores edgar efrain eliseo elvira emiliano ernesto esteban evelia fabian facundo fermin fidel florencia gael gerardo gilberto gonzalo graciela gustavo hector heriberto hernan homero hugo humberto ignacia ismael ivan javier
  jazmin joaquin jorge josefina julian julieta leandro leopoldo lorena luciano luz macarena maricela mariela marisol matias mauricio maximo micaela milagros mirta monica natalia nestor norma octavio orlando osvaldo pablo paloma paola patricio paulina ramiro raul rebeca rocio rodolfo rogelio roman romina rosario ruben sabina salvador santiago
  sara saul silvia soledad sonia tadeo tomas valentina valeria vicente virginia ximena yadira yesenia yolanda zacarias zulema`;

const listed = new Set(`${english} ${european} ${wider}`.trim().split(/\s+/));

/** Also words, places or surnames in common use: alone they say little about a person. */
const ambiguous = new Set(
  `al amber angel april art ash august aurora austin autumn ave bai bailey bay bill bin bing blessing blue bo bong boris brandy brock brooklyn brooks buck bud buddy can candy carol carson carter case cat chad chance chandler
  chang charity charlotte chase chen chelsea chi christian chuck chun clay clark cole coco cong cooper coral coy craven crystal dale dallas dawn davis dean dee del den denver devon dick dixie don dong drew easton eden elk ester faith
  fay felicity fern finn flora florence forest forrest foster frank gael gay gene georgia german ginger glen grace grady grant gray griffin guy harmony harrison harper harvey hazel heath herb hill holly homer hope houston hudson hunter india iris israel
  ivy jack jackson jade jan jasmine jasper jay jean jersey jesus jet jewel jin jordan joy june justice kay kent kim king kit lacy lance lane latin laurel lee li lian lily lima lin lina lincoln ling link liu long lou luna major man mae manny marina mark
  mars marshall mason max may maya melody mercedes mercy merry mick mike miles mills min ming minor misty mona monroe morgan myrtle nelson newton nova olive opal orlando pansy paris parker pat patience pearl penny perry pierce ping piper polo
  porter preston prudence ram ray reed rich river rob robin rocky rod roman rose ruby rusty sage sally san sandy santa santos savannah sierra silver sky smart son song sonny stan stanford sterling sue summer sun sunny sydney taylor ted terra tia
  tiffany tower trinity troy tucker ty van vera vic victor victoria viola violet virginia wade walker ward warren washington wei wellington wells wes west weston will wilson winter wood yang yu zen zion porsche mina ala bella bas bart era eve ever even his in its rut sab sina stella sten tate terry tad tom
  lars leo art basil chip gail hank les mara may nan norm pam pip rex rich skip sol tab tad trip tuck vi win worth yale york zara dell dax shaw`
    .trim()
    .split(/\s+/),
);

/** Whether a word (folded) is a given name, and how far it speaks for a person: `given`, `also-given` or neither. */
export function listedGivenName(word: string): 'given' | 'also-given' | null {
  if (!listed.has(word)) return null;
  return ambiguous.has(word) ? 'also-given' : 'given';
}

export function isAmbiguousName(word: string): boolean {
  return ambiguous.has(word);
}
