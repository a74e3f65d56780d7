import type { AnswerImport, AnswerImportPreview, AnswerImports } from './answer-imports.ts';
import type { OwnQuotation, ThemeQuotations } from './quotations.ts';
import type { Theme, ThemeList } from './themes.ts';
import type {
  SurveyResponse,
  SurveyResponses,
  SurveyResults,
  SurveySummaries,
} from './survey-results.ts';
import type { DeclarationState } from './consents.ts';
import type { MailSenderView } from './mail-sender.ts';
import type { OwnOrder } from './own-order.ts';
import type { ApiKey, NewApiKey, PageCheck, ShopKeys, ShopView, Sightings } from './access.ts';
import type { ActivityAnswer, ClaimTicket, ReportedActivity } from './activities.ts';
import type { SeenItem } from './seen-items.ts';
import type { ShopperAffairs, ShopperExport, ShopTouch, TouchLine } from './affairs.ts';
import type { BalanceImport, BalanceImportList, BalancePreview } from './balance-imports.ts';
import type { CaseFigures } from './case-figures.ts';
import type { Case, CaseDesk, CaseDetail, OwnCase } from './cases.ts';
import type { InboundAnswer, InboundSetup } from './inbound-mail.ts';
import type { ConsentPage, OwnConsent, RecordedConsent, Suppression } from './consents.ts';
import type {
  ContactAnswer,
  NextTouchAnswer,
  MailEventsAnswer,
  MarketingState,
} from './contacts.ts';
import type { ExpiryChange } from './expiry-change.ts';
import type { ImportAnswer, ImportPreview } from './imports.ts';
import type { InsightAnswers } from './insight-answers.ts';
import type { InsightsAnswer } from './insights.ts';
import type { Connection, PlatformMessage } from './integrations.ts';
import type { HistoryPage, LedgerRow, ListedMerchantTransaction, Page } from './ledger.ts';
import type { MailState, TestMailAnswer } from './mail.ts';
import type { OrderList, OrderPage } from './order-lists.ts';
import type { CodeList, CodePage } from './code-lists.ts';
import type { SearchAnswer } from './search.ts';
import type { OrderAnswer } from './orders.ts';
import type { ListedRequest, PrivacyRequest } from './privacy.ts';
import type { ListedVersion, ProgramStatus } from './program-status.ts';
import type { Product, ProductAnswer, ProductBatchItem } from './products.ts';
import type { Picture } from './pictures.ts';
import type { Overview, TokenCheck } from './setup.ts';
import type { ProofChallenge } from './proof.ts';
import type {
  ModeratedPost,
  PostList,
  PostPage,
  OwnPost,
  ProductPosts,
  QuestionPage,
} from './questions.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { Redemption, VoucherAnswer } from './redemptions.ts';
import type { MyReferral, Referral } from './referrals.ts';
import type { DecisionsAnswer, QueuedReview, ReviewList } from './review-queue.ts';
import type {
  CodeSent,
  Confirmation,
  MyReviews,
  OwnReview,
  ReviewFigures,
  ReviewForm,
  ReviewPage,
  ReviewPhoto,
  ReviewSummary,
} from './reviews.ts';
import type {
  AdjustedMany,
  AdjustedPoints,
  BatchAnswer,
  AdjustmentAnswer,
  ChangedShopper,
  MerchantShopper,
  ShopperList,
} from './shoppers.ts';
import type { Simulation } from './simulation.ts';
import type { Me, MeAndProgram, PublicProgram, Quote, Quotes } from './storefront.ts';
import type { SuggestionAudit } from './suggestions.ts';
import type {
  MySurveys,
  Survey,
  SurveyForm,
  SurveyList,
  SurveySent,
  SurveyStanding,
  SurveyVersions,
} from './surveys.ts';
import type { Account, ActList, Invitation, InvitationView, Member } from './team.ts';
import type { Card, CardHolder } from './till.ts';
import type {
  NewWebhookEndpoint,
  WebhookAttempt,
  WebhookEndpoint,
  WebhookMessage,
} from './webhooks.ts';

interface Items<Item> {
  readonly items: readonly Item[];
}

/**
 * What each operation of the API answers, by its name in the OpenAPI document, which is made of these
 * types. Documents that are also sent (a programme, settings) are known by their schemas instead.
 */
export interface Answers extends InsightAnswers {
  listSeenItems: Items<SeenItem>;
  listSurveys: SurveyList;
  getSurvey: Survey;
  listSurveyVersions: SurveyVersions;
  stepSurvey: SurveyStanding;
  getMySurveys: MySurveys;
  openSurvey: SurveyForm;
  answerSurvey: SurveySent;
  putOrder: OrderAnswer;
  getOrder: OrderAnswer;
  getOwnOrder: OwnOrder;
  reconcileOrders: Reconciliation;
  listProducts: Page<Product>;
  putProducts: Items<ProductBatchItem>;
  putProduct: ProductAnswer;
  listShoppers: ShopperList;
  listOrders: OrderList;
  getOrderPage: OrderPage;
  listCodes: CodeList;
  getCode: CodePage;
  search: SearchAnswer;
  listLedger: Page<LedgerRow>;
  undoAdjustment: AdjustmentAnswer;
  moveTier: MerchantShopper;
  getShopper: MerchantShopper;
  putShopper: ChangedShopper;
  getAffairs: ShopperAffairs;
  getSuggestions: SuggestionAudit;
  exportShopper: ShopperExport;
  listTransactions: Page<ListedMerchantTransaction>;
  listMyTransactions: HistoryPage;
  adjustPoints: AdjustedPoints;
  mergeShoppers: MerchantShopper;
  viewAsShopper: { readonly token: string };
  lookUpCard: CardHolder;
  adjustMany: AdjustedMany;
  undoAdjustments: BatchAnswer;
  recordActivity: ReportedActivity;
  removeActivity: { readonly id: string };
  listDraws: Readonly<Record<string, unknown>>;
  redeemForShopper: Redemption;
  releaseRedemption: Redemption;
  addCodes: Readonly<Record<string, unknown>>;
  voucher: VoucherAnswer;
  getClock: { readonly now: string };
  listVersions: Page<ListedVersion>;
  getProgramStatus: ProgramStatus;
  listPictures: Page<Picture>;
  addPicture: Picture;
  listTemplates: Items<Readonly<Record<string, unknown>>>;
  simulateProgram: Simulation;
  changeExpiry: ExpiryChange;
  listReferrals: Page<Referral>;
  decideReferral: Referral;
  getInsights: InsightsAnswer;
  getMail: MailState;
  sendTestMail: TestMailAnswer;
  listReviews: ReviewList;
  getReview: QueuedReview;
  decideReview: QueuedReview;
  decideMany: DecisionsAnswer;
  getReviewFigures: ReviewFigures;
  previewReviews: ImportPreview;
  importReviews: ImportAnswer;
  listImports: Items<ImportAnswer>;
  previewBalances: BalancePreview;
  importBalances: BalanceImport;
  listBalanceImports: BalanceImportList;
  listQuestions: PostList;
  getQuestion: PostPage;
  moderatedPost: ModeratedPost;
  getShop: ShopView;
  checkPage: PageCheck;
  checkToken: TokenCheck;
  getOverview: Overview;
  listSightings: Sightings;
  listTeam: Items<Member>;
  setRole: { readonly role: string };
  listInvitations: Items<Invitation>;
  invite: Invitation;
  listKeys: Items<ApiKey>;
  createKey: NewApiKey;
  listActs: ActList;
  listPrivacyRequests: Items<ListedRequest>;
  exportPrivacyRequest: PrivacyRequest;
  getConnection: Connection | null;
  putConnection: Connection;
  listMessages: Page<PlatformMessage>;
  retryMessage: PlatformMessage;
  listEndpoints: Items<WebhookEndpoint>;
  getEndpoint: WebhookEndpoint;
  createEndpoint: NewWebhookEndpoint;
  listAttempts: Page<WebhookAttempt>;
  sendTest: { readonly messageId: string };
  queued: { readonly queued: number };
  getMessage: WebhookMessage;
  getAccount: Account;
  getStart: { readonly hasPeople: boolean };
  viewInvitation: InvitationView;
  join: Readonly<Record<string, unknown>>;
  openShop: ShopKeys;
  getPublicProgram: PublicProgram;
  quote: Quote;
  quoteCarts: Quotes;
  getMe: Me;
  getMeAndProgram: MeAndProgram;
  exportMe: ShopperExport;
  showCard: Card;
  getMyReferral: MyReferral;
  claimActivity: ActivityAnswer;
  claimTicket: ClaimTicket;
  askContact: ContactAnswer;
  nextTouch: NextTouchAnswer;
  marketingState: MarketingState;
  declaration: DeclarationState;
  mailSender: MailSenderView;
  getProof: ProofChallenge;
  redeem: Redemption;
  listProductReviews: ReviewPage;
  listStars: Readonly<Record<string, ReviewSummary>>;
  getMyReviews: MyReviews;
  openReview: ReviewForm;
  writeReview: OwnReview;
  addPhoto: ReviewPhoto;
  sendCode: CodeSent;
  confirmCode: Confirmation;
  voted: { readonly helpful: number };
  reported: { readonly reported: true };
  listProductQuestions: QuestionPage;
  listProductPosts: ProductPosts;
  ownPost: OwnPost;
  listTouches: Page<TouchLine>;
  listShopTouches: Page<ShopTouch>;
  noteMailEvents: MailEventsAnswer;
  recordConsent: RecordedConsent;
  getSurveyResults: SurveyResults;
  previewAnswers: AnswerImportPreview;
  importAnswers: AnswerImport;
  listAnswerImports: AnswerImports;
  tieThemes: SurveyResponse;
  listThemeQuotations: ThemeQuotations;
  ownQuotation: OwnQuotation;
  listThemes: ThemeList;
  putTheme: Theme;
  listSurveyResponses: SurveyResponses;
  listSurveyResults: SurveySummaries;
  listConsents: ConsentPage;
  lookUpSuppressions: Items<Suppression>;
  listCases: Page<Case>;
  caseDetail: CaseDetail;
  caseDesk: CaseDesk;
  caseFigures: CaseFigures;
  inboundSetup: InboundSetup;
  inboundAnswer: InboundAnswer;
  ownCase: OwnCase;
  listMyCases: { readonly items: readonly OwnCase[] };
  getOwnConsents: Items<OwnConsent>;
  chooseConsent: OwnConsent;
  proxyToken: { readonly token: string | null };
  accepted: Readonly<Record<string, never>>;
}
