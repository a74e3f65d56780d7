/** Every limit of the contract, with its unit: `server/src/limits.test.ts` says where each is tested at its edge. */
export const LIMITS = {
  /** Characters of an id given by the merchant. */
  idLengthMax: 255,
  /** Characters of a title, a name or a text. */
  textLengthMax: 500,
  /** Characters of an e-mail address (RFC 5321, section 4.5.3.1.3). */
  emailLengthMax: 254,
  /** Minor units in one amount: ten thousand million in a currency with cents. */
  moneyMinorMax: 1_000_000_000_000,
  /** Pieces in one order line. */
  quantityMax: 1_000_000,
  /** Lines in one order. */
  orderLinesMax: 1000,
  /** Lines in one quote. */
  quoteLinesMax: 100,
  /** Carts quoted at once. */
  quotesMax: 50,
  /** Tags of one line. */
  tagsMax: 100,
  /** Voucher codes on one order. */
  voucherCodesMax: 50,
  /** Points one source can earn, and one reward can cost. */
  pointsMax: 1_000_000_000_000,
  /** Days of a hold, an expiry or a voucher's validity: ten years. */
  daysMax: 3650,
  /** Earning rules, and rewards, in one programme. */
  rulesMax: 100,
  /** Entries of one list in a rule: products, tags, tiers. */
  listMax: 200,
  /** Variants of one rule, and of one reward's cost. */
  variantsMax: 50,
  /** Times a cap may count to. */
  capCountMax: 1_000_000,
  /** Days a rolling period may have: two years. */
  rollingDaysMax: 731,
  /** Points one step of a rate may give. */
  ratePointsMax: 1_000_000,
  /** Tiers of one programme, and perks of one tier. */
  tiersMax: 20,
  perksMax: 20,
  /** Codes uploaded for a pool at once. */
  poolCodesMax: 10_000,
  /** Adjustments in one file. */
  batchMax: 5000,
  /** Products looked at that one batch lists, and tags of one. */
  eventsMax: 20,
  eventTagsMax: 20,
  /** Products looked at that count in one day. */
  eventsPerDayMax: 200,
  /** Times one address reads our public pages in a minute: what links of e-mails lead to. */
  publicPageReadsPerMinute: 300,
  /** Bytes of a request's body. */
  bodyBytesMax: 1_048_576,
  /** Bytes of the body of what a visitor's browser sends: the longest cart, the longest review. */
  visitorBodyBytesMax: 131_072,
  /** Rows of a list page, and how many without asking. */
  /** Of each kind of thing on one shopper's page. */
  affairsMax: 50,
  /** Days nobody is forgotten before, whatever is set: a slip of the hand must not empty a shop. */
  forgetDaysMin: 90,
  pageMax: 200,
  pageDefault: 50,
  /** Characters of an Idempotency-Key. */
  idempotencyKeyLengthMax: 255,
  /** Origins a shop may be embedded on. */
  originsMax: 100,
  /** Characters of a shopper token. */
  tokenLengthMax: 4096,
  /** Characters of a review's title and text, of the name below it, and of the answer to it. */
  reviewTitleMax: 120,
  reviewBodyMax: 5000,
  reviewNameMax: 60,
  reviewReplyMax: 2000,
  /** Photos of one review, and bytes of one as it is uploaded. */
  reviewPhotosMax: 6,
  photoBytesMax: 10_485_760,
  /** Pictures of one shop for its programme: one for everything a programme can have, and as many to change. */
  picturesMax: 500,
  /** Attributes a shop asks for, and answers to one of them. */
  reviewAttributesMax: 10,
  reviewChoicesMax: 10,
  /** Reviews on one page, and characters to search them for. */
  reviewPage: 20,
  reviewSearchMax: 100,
  /** Days one may wait before asking. */
  askAfterDaysMax: 180,
  /** Characters of a challenge, and decisions made at once. */
  proofLengthMax: 200,
  decisionsMax: 100,
  /** Characters of a question about a product, and of an answer to it. */
  questionMax: 1000,
  answerMax: 2000,
  /** Answers shown with each question. */
  answersShown: 10,
  /** Bytes and rows of a file of another tool, and faults of it that are listed. */
  importBytesMax: 20_971_520,
  importRowsMax: 50_000,
  importFaultsMax: 1000,
  /** Bytes of the parts of an Excel workbook that are read, once they are unpacked. */
  importUnpackedBytesMax: 134_217_728,
  /** Columns of such a file, and characters of all their names together. */
  importColumnsMax: 500,
  importHeaderLengthMax: 32_768,
  /** Characters of one row of it, all cells together, and of one cell. */
  importRowLengthMax: 262_144,
  importCellLengthMax: 65_536,
  /** Days a shop may leave between two contacts, and contacts with one shopper in thirty days. */
  contactDaysMax: 90,
  contactsPerMonthMax: 30,
  /** E-mails that may follow the first about one order. */
  requestRemindersMax: 2,
  /** Characters of a password of the console, and of somebody's name there. */
  passwordMin: 12,
  passwordMax: 128,
  personNameMax: 100,
  /** People of one shop, invitations that are open, and API keys in force. */
  membersMax: 200,
  invitationsMax: 50,
  keysMax: 50,
  /** Characters of a secret of a platform, and of an address of the web. */
  secretLengthMax: 500,
  urlLengthMax: 2000,
  /**
   * Bytes of a message of a platform: orders of many lines are large. Anybody may send one, as its signature
   * can be looked at only when all of it has come.
   */
  messageBytesMax: 1_900_000,
  /** Webhook endpoints of one shop. */
  endpointsMax: 20,
  /** Products a shop may tell of, and states of products sent at once. */
  productsMax: 200_000,
  productBatchMax: 200,
  /** Variants of one product. */
  variantsPerProductMax: 200,
  /** Languages and currencies one product is described in, and characters of how to take care of it. */
  productLanguagesMax: 50,
  productCurrenciesMax: 200,
  careTextMax: 5000,
  /** Days a consent may wait to be confirmed by the link of an e-mail. */
  consentPendingDays: 7,
  /** Days that what shows a consent is kept, after the person is erased. */
  consentProofDays: 1095,
  /** Days that it is kept what was said to somebody; what they dismissed or unsubscribed from stays. */
  touchesKeptDays: 1095,
  /** Reports about messages in one request. */
  mailEventsMax: 500,
  /** Surveys of one shop, questions of one, and choices of a question. */
  surveysMax: 50,
  questionsMax: 30,
  choicesMax: 20,
  /** Characters of an answer in words. */
  answerTextMax: 2000,
  /** How often a survey may be shown in one wave, and days a wave may be open. */
  surveyShowsMax: 10,
  surveyOpenDaysMax: 90,
  /** Days after which a fact that is told begins nothing any more. */
  factLateDaysMax: 30,
  /** Hours after a wave has closed in which a form that was open may be sent. */
  surveyGraceHours: 24,
  /** Themes of a shop, those of one answer, and words by which answers come to one, a language. */
  themesMax: 200,
  themesPerAnswerMax: 10,
  themeWordsMax: 50,
  /** Characters of an answer that are quoted, and days for which its author is asked to allow it. */
  quotationTextMax: 300,
  quotationDaysMax: 1095,
  /** From this share of complaints on, of at least so many messages in 30 days, marketing by e-mail rests. */
  complaintsShareMax: 0.003,
  complaintsSentMin: 300,
  /** Characters of the imprint that stands in messages. */
  imprintMax: 500,
  /** Bytes of a report about a message. */
  mailReportBytesMax: 1_048_576,
  /** Wordings of consents a shop may keep. */
  wordingsMax: 100,
  /** Addresses looked up or kept from being written to in one request. */
  suppressionsPerRequestMax: 1000,
  /** Characters of one text of a case, and its entries. */
  caseTextMax: 4000,
  caseEntriesMax: 1000,
  /** Requests for help of one shopper in a day. */
  helpRequestsPerDay: 5,
  /** Times a shop may be open on one day, days of holidays, and words of harm in one language. */
  openingTimesMax: 5,
  holidaysMax: 200,
  harmWordsMax: 100,
  harmWordMax: 60,
  /** People who get the report of a shop's figures. */
  reportReadersMax: 50,
  /** Alerts of a shop that are open. */
  alertsOpenMax: 50,
  /** Costs of one month, and characters of a channel and of a note. */
  costsMax: 1000,
  costChannelMax: 60,
  costNoteMax: 300,
  /** A message that comes by e-mail. */
  inboundMailBytesMax: 1_048_576,
  inboundMailLineMax: 10_000,
  /** Texts of the widget a merchant may replace, in one language. */
  textsMax: 400,
  /** Weeks a forecast looks ahead: five years. */
  forecastWeeksMax: 260,
  /** Shoppers with more than one purchase day without whom nothing is fitted. */
  repeatBuyersMin: 200,
  /** Sets of parameters that are drawn for the interval of a forecast, and times people are drawn anew for that of what points will cost. */
  forecastDraws: 500,
  bootstraps: 200,
  /** Cohorts in one answer: five years. */
  cohortMonthsMax: 60,
} as const;
