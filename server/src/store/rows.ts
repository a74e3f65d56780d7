import type { Tables } from './tables.ts';

/** Rows as the code sees them, alike on both engines. */
export type ShopRow = Tables['shops']['$inferSelect'];
export type UserRow = Tables['users']['$inferSelect'];
export type MemberRow = Tables['members']['$inferSelect'];
export type InvitationRow = Tables['invitations']['$inferSelect'];
export type ActRow = Tables['acts']['$inferSelect'];
export type KeyRow = Tables['keys']['$inferSelect'];
export type ShopperRow = Tables['shoppers']['$inferSelect'];
export type OrderRow = Tables['orders']['$inferSelect'];
export type AwardRow = Tables['awards']['$inferSelect'];
export type TransactionRow = Tables['transactions']['$inferSelect'];
export type RedemptionRow = Tables['redemptions']['$inferSelect'];
export type UsageRow = Tables['usages']['$inferSelect'];
export type ActivityRow = Tables['activities']['$inferSelect'];
export type ReferralRow = Tables['referrals']['$inferSelect'];
export type AdjustmentRow = Tables['adjustments']['$inferSelect'];
export type ReviewRow = Tables['reviews']['$inferSelect'];
export type ReviewStatsRow = Tables['reviewStats']['$inferSelect'];
export type ReviewImportRow = Tables['reviewImports']['$inferSelect'];
export type PostRow = Tables['posts']['$inferSelect'];
export type OutboxRow = Tables['outbox']['$inferSelect'];
export type ContactRow = Tables['contacts']['$inferSelect'];
export type ReviewPhotoRow = Tables['reviewPhotos']['$inferSelect'];
