/** Countries, regions and large cities as they stand in company names, folded; general knowledge, several languages. */
const names = `
  africa america asia europe europa eurasia oceania arabia balkan benelux iberia scandinavia nordic baltic caribbean pacific atlantic apac emea latam mena dach cis
  afghanistan albania algeria algerie andorra angola argentina armenia australia austria osterreich azerbaijan bahamas bahrain bangladesh barbados belarus belgium belgie
  belgique belgien belize benin bhutan bolivia bosnia botswana brazil brasil brasilien brunei bulgaria burkina burundi cambodia cameroon canada kanada chad chile china
  colombia kolumbien congo croatia hrvatska kroatien cuba cyprus zypern czechia czech tschechien cesko denmark danmark danemark djibouti dominica ecuador egypt egypte
  agypten salvador eritrea estonia eesti ethiopia finland suomi finnland france frankreich francia frankrijk gabon gambia georgia germany deutschland allemagne alemania
  germania ghana greece hellas griechenland grecia grenada guatemala guinea guyana haiti honduras hungary magyarorszag ungarn hongrie iceland island india indien indonesia
  iran iraq irak ireland irland israel italy italia italien italie jamaica japan nippon japon jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia latvija
  lebanon liban lesotho liberia libya liechtenstein lithuania lietuva luxembourg luxemburg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
  mexico mexiko moldova monaco mongolia montenegro morocco maroc marokko mozambique myanmar namibia nepal netherlands nederland niederlande nicaragua niger nigeria norway
  norge norwegen oman pakistan palestine panama papua paraguay peru philippines poland polska polen pologne portugal qatar romania rumanien roumanie russia rossiya
  russland russie rwanda samoa senegal serbia srbija seychelles singapore singapur slovakia slovensko slovenia slovenija somalia spain espana spanien espagne sudan suriname
  sweden sverige schweden suede switzerland schweiz suisse svizzera syria taiwan tajikistan tanzania thailand togo tonga tunisia tunisie turkey turkiye turkei turkmenistan
  uganda ukraine ukraina uae emirates uk usa uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe britain england scotland wales
  hongkong macau macao puerto rico kong
  american european african asian german deutsche french francaise italian italiana spanish british english irish swiss austrian polish russian chinese japanese korean
  indian australian canadian mexican brazilian
  berlin hamburg munich munchen frankfurt koln cologne stuttgart dusseldorf leipzig dresden hannover bremen nurnberg wien vienna graz linz salzburg zurich geneva geneve
  basel bern lausanne paris lyon marseille lille toulouse nantes strasbourg bordeaux brussels bruxelles antwerp antwerpen gent amsterdam rotterdam utrecht london
  manchester birmingham leeds glasgow edinburgh liverpool bristol dublin cork belfast madrid barcelona valencia sevilla bilbao lisbon lisboa porto roma rome milano
  milan torino napoli bologna firenze athens athina istanbul ankara izmir warsaw warszawa krakow wroclaw poznan gdansk prague praha brno bratislava budapest bucharest
  bucuresti sofia belgrade beograd zagreb ljubljana kyiv kiev moscow moskva petersburg minsk riga vilnius tallinn helsinki stockholm goteborg malmo oslo bergen
  copenhagen kobenhavn aarhus reykjavik york boston chicago angeles francisco seattle houston dallas austin denver atlanta miami detroit philadelphia
  phoenix toronto montreal vancouver calgary ottawa sydney melbourne brisbane perth adelaide auckland wellington tokyo osaka kyoto nagoya seoul busan beijing shanghai
  shenzhen guangzhou taipei mumbai delhi bangalore bengaluru chennai hyderabad kolkata pune karachi lahore dhaka colombo bangkok jakarta manila hanoi saigon kuala lumpur
  dubai abudhabi doha riyadh jeddah cairo tel aviv haifa jerusalem beirut amman tehran baghdad johannesburg durban nairobi lagos accra casablanca tunis
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland
  massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin
  wyoming ontario quebec alberta manitoba bavaria bayern sachsen hessen baden wurttemberg`;

const places: ReadonlySet<string> = new Set(names.trim().split(/\s+/));

/** True for a word (folded) that says where a company is. */
export function isPlaceWord(word: string): boolean {
  return places.has(word);
}
