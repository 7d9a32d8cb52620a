/*
 * What SOGo 5.8 shows a mail with, backed by tests/pages/sogo/. Its templates carry AngularJS bindings as attributes, which name
 * the data and are the same in every language. Recipients' addresses are in none of them.
 */

/** Everything about the mail on view, in the three-pane page and in the popup alike. */
export const messageView = '[ui-view="message"]';

export const subjectText = '[ng-bind="viewer.message.subject"]';
export const dateText = 'time.msg-date';
export const senderName = '[ng-bind="::viewer.message.from[0].name"]';
export const senderEmail = '[ng-bind="::viewer.message.from[0].email"]';

/** One chip for each person in Cc; present, though hidden, in the folded view too. */
export const ccChips = 'md-chips[ng-model="::viewer.message.cc"] md-chip';

/** The parts of the mail, each with its text. */
export const bodyParts = '.msg-body .mailer_mailcontent';
export const bodyText = '.mailer_htmlcontent, .mailer_plaincontent';

/** Around the headers of an attached mail, whose text follows. */
export const attachedHeaders = '.linked_attachment_frame';

/** The person's settings, as JSON in an inert script. */
export const settings = 'script#UserDefaults';

export const signedIn = '[ng-bind="::activeUser.email"]';

/** The root of every page of SOGo's, the one for signing in included. */
export const application = '[ng-app^="SOGo."]';
