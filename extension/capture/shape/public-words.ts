/**
 * Words that makers of web pages use to name parts of them. They may stay in ids, roles and addresses, where anything else could
 * be somebody's name; none is a given name. Text never keeps any.
 */
const parts = `
abstract account action actions active add address addresses adr after alert align all anchor animate app area arrow article
aside attachment attachments avatar back background badge banner bar base bcc before begin block body border bottom box btn
button buttons calendar card caption cell center check checkbox chip chips circle class click close cnv collapse collapsed
color column columns compose composer contact contacts container content contents control conversation conversations copy
count current custom data date datetime day default delete description desktop detail details dialog dir disabled display
divider document down draft drafts drag drop dropdown edit editor element email empty end error event events expand expanded
extra field fields file files filter first flag flags flex flagged fixed float focus folder folders font footer form forward
frame from full grid group groups gutter handle hidden hide head header headers heading headline hint history home hover html
icon icons image images img inbox info inline inner input inset item items junk key label labels large last layout left level
line link links list listbox listitem load loading logo mail mailbox mailboxes main mask md media menu menuitem message
messages meta middle minimize modal mobile model module month more move multi name nav navigation new next none normal note
number obj object objects off offset open option options order outer outline overlay own page pager pane panel param parent
part parts path photo picker placeholder plain pointer popup position prefix preview primary print profile progress quote
radio range raw read reader reading receiver recent recipient recipients refresh region remove reply replyto reset resize
results right root row rows save screen script scroll search section select selected selection send sender sent separator
service session settings share show side sidebar size skin small sort source space span spinner split src star start state
status sticky sub subject submit summary svg switch tab table tabs tag tags target task template text theme thread threads
thumbnail time title toggle tool toolbar tooltip top total trash tree treeitem type undo unique unread unsubscribe up update
url user username value variant version vertical view viewer visible voice warning width window word work wrap wrapper xs year
zoom`;

/** Roles, kinds of fields and other fixed choices. */
const choices = `
alertdialog application complementary contentinfo gridcell rowheader columnheader rowgroup tablist tabpanel menubar menuitemcheckbox
menuitemradio presentation progressbar log feed figure combobox searchbox textbox treegrid timer true false auto polite assertive
password stylesheet preload noopener noreferrer nofollow post get ltr rtl utf javascript css json spinbutton term definition`;

/** Attributes' names, and what programs in attributes are written with. */
const code = `
alt aria bind bound cols controls describedby labelledby haspopup href http-equiv htmlfor init model ngif onclick owns repeat rows
src srcset style switch transclude viewbox xlink xmlns invalid modal valuenow colindex rowindex setsize posinset readonly required
sizes multiple autofocus autocomplete maxlength pattern ngclass ngshow nghide testid automationid email perm legacy hovercard adn
div pre not has role out received null undefined function return event length index scope controller compile toggle`;

/** What our own readers look for, and what makers' programs and hosts are called. */
const hooks = `
msg rcm rcmail rcmbody rcmrow htmlpart roundcube sogo woa messagebody messagelist messagestack messagecontframe attachmentmenu mailto headerarea
mailcontent partheaders msgicon expandcollapse morelink fromto linked defaults sign saved convid plainpart textpart
uid mbox framed program so js php index login logout mailer htmlcontent plaincontent viewdetail
http https mailto tel www com net org google gmail outlook office live microsoft cloud owa deeplink
uniquemessagebody conversationreadingpanecontainer itemreadingpanecontainer mainlink`;

const known = new Set(`${parts} ${choices} ${code} ${hooks}`.split(/\s+/));

/** Whether a word (letters only) is one of page makers' own, or too short to say anything. */
export function isPublicWord(word: string): boolean {
  return word.length < 3 || isKnownWord(word);
}

/** The same without short ones, for where anything is likely to be somebody's own. */
export function isKnownWord(word: string): boolean {
  return known.has(word.toLowerCase());
}
