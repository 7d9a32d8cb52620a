import type { Ladder } from '../ladder.ts';

/*
 * What SOGo 5.8 shows a mail with, backed by tests/pages/sogo/. Its templates carry AngularJS bindings as attributes, which name
 * the data and are the same in every language. Recipients' addresses are in none of them.
 */

export const ladders = {
  /** Everything about the mail on view, in the three-pane page and in the popup alike. */
  message: { view: '[ui-view="message"]', id: '#detailView', attributes: '[class~="view-detail"]' },
  subject: {
    bound: '[ng-bind="viewer.message.subject"]',
    model: '[ng-bind$="message.subject"]',
    attributes: 'h1, h2, h3, h4, h5, h6',
  },
  date: { class: 'time.msg-date', model: '[ng-bind$="message.date"]', attributes: 'time[datetime]' },
  senderName: {
    bound: '[ng-bind="::viewer.message.from[0].name"]',
    model: '[ng-bind$="from[0].name"]',
  },
  senderEmail: {
    bound: '[ng-bind="::viewer.message.from[0].email"]',
    model: '[ng-bind$="from[0].email"]',
    attributes: 'a[ng-click*="from[0]"]',
  },
  /** One chip for each person in Cc; present, though hidden, in the folded view too. */
  ccChips: {
    chips: 'md-chips[ng-model="::viewer.message.cc"] md-chip',
    model: '[ng-model$="message.cc"] md-chip',
  },
  /** The parts of the mail, each with its text. */
  bodyParts: { class: '.msg-body .mailer_mailcontent', attributes: '[class*="mailer_mailcontent"]' },
} satisfies Record<string, Ladder>;

/** The text of a part. */
export const bodyText = '.mailer_htmlcontent, .mailer_plaincontent';

/** Around the headers of an attached mail, whose text follows. */
export const attachedHeaders = '.linked_attachment_frame';

/** The person's settings, as JSON in an inert script. */
export const settings = 'script#UserDefaults';

export const signedIn = '[ng-bind="::activeUser.email"]';

/** The root of every page of SOGo's, the one for signing in included. */
export const application = '[ng-app^="SOGo."]';
