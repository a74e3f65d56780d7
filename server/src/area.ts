import type { Hono } from 'hono';
import type { WebhookType } from '@okaeri/shared/webhooks';
import type { HonoBase } from 'hono/hono-base';
import type { Schema } from 'hono/types';
import type { Needs } from './access/ability-rules.ts';
import type { MerchantEnv } from './access/merchant.ts';
import type { ShopperEnv, StorefrontEnv } from './access/storefront.ts';
import type { Deps } from './deps.ts';
import type { Operations } from './operation.ts';
import type { PersonalData } from './personal-data.ts';
import type { ContactKind } from '@okaeri/shared/contacts';
import type { PageTouches } from './loyalty/contacts/touch-types.ts';
import type { TouchKind } from './loyalty/contacts/touch-kinds.ts';
import type { CaseSources } from './case-signals.ts';
import type { DeliveryHandler } from './platform/outbox/deliver-due.ts';
import type { TableName, Tables } from './platform/store/tables.ts';
import type { OutboxKind } from './platform/outbox/payloads.ts';
import type { DefineTables } from './platform/store/define-tables.ts';

/**
 * What an area is to the rest of the server. `areas.ts` lists all of them, in their order; whatever puts the
 * server together goes through that list: the routes, the scheduler, who may do what, what is exported with
 * a shop, and what is listed, moved and erased with a shopper.
 */
export interface Area {
  /** Its folder. It holds every file below it that is of no area with a longer name. */
  readonly name: string;
  readonly routes?: {
    /** Below `/v1`: what merchants' backends and the console ask. */
    readonly merchant?: Mounts<MerchantRoutes>;
    /** Below `/storefront/v1/{publicKey}`: what any visitor may ask. */
    readonly storefront?: Mounts<VisitorRoutes>;
    /** Whatever is at no shop's key and asks nobody who they are. */
    readonly public?: Mounts<PublicRoutes>;
    /** Pages of ours that links lead to: each address reads them so many times a minute, whichever they are. */
    readonly pages?: Mounts<PublicRoutes>;
    /** Below `/storefront/v1/{publicKey}`, for shoppers with a token. */
    readonly shopper?: Mounts<ShopperRoutes>;
  };
  /** What the API's document says of the routes: a test holds that it names each. */
  readonly operations?: Operations;
  /** Parts of the API, by the first segment of a path that says what it is about, and what each is about. */
  readonly tags?: Readonly<Record<string, string>>;
  /** What one must be able to do below `/v1`, by the beginning of a path. What no area names needs `own`. */
  readonly abilities?: Needs;
  /** What it emits and webhooks send: each type has one area, which a test holds. */
  readonly events?: readonly WebhookType[];
  readonly jobs?: (deps: Deps) => readonly Job[];
  /** What leaves through the outbox, by its kind, and who delivers it. */
  readonly deliveryHandlers?: { readonly [Kind in OutboxKind]?: DeliveryHandler<Kind> };
  /** What it sends or shows to shoppers who did not come for it, by its kind: each kind has one area. */
  readonly touches?: { readonly [Kind in ContactKind]?: TouchKind };
  /** Scores it keeps that may open a case, and how what stands of one is read. */
  readonly caseSources?: CaseSources;
  /** What it would show a shopper in a page now; which of all areas' is shown, the contacts decide. */
  readonly pageTouches?: PageTouches;
  /** Its tables, each given the columns of an engine and the tables of the areas below. */
  readonly schema?: readonly DefineTables[];
  /** What becomes of the rows of its tables, which only this area writes. */
  readonly tables?: { readonly [Name in TableName]?: TableUse<Name> };
  readonly personalData?: PersonalData;
}

/** Routes by where they begin; `/` for none. The longest counts first, in whatever order areas stand. */
export type Mounts<Routes> = Readonly<Record<`/${string}`, Routes>>;
type MerchantRoutes = (deps: Deps) => HonoBase<MerchantEnv, Schema, string, string>;
type VisitorRoutes = (deps: Deps) => Hono<StorefrontEnv>;
type PublicRoutes = (deps: Deps) => Hono;
type ShopperRoutes = (deps: Deps) => Hono<ShopperEnv>;

/** Something that runs by itself. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** One round of it. */
  readonly run: () => Promise<unknown>;
}

type ColumnOf<Name extends TableName> = keyof Tables[Name]['$inferSelect'] & string;

/** Columns with the id of a shopper in them. */
export const SHOPPER_COLUMNS = ['shopperId', 'referrerId', 'friendId', 'principal'] as const;
type ShopperColumn = (typeof SHOPPER_COLUMNS)[number];

/** Not done, for this reason. */
interface Skipped {
  readonly skipped: string;
}

/**
 * What becomes of a table's rows. A table of a shop, or with the id of a shopper in it, must say it; one that
 * names people in another way may.
 */
type TableUse<Name extends TableName> = ('shopId' extends ColumnOf<Name>
  ? { readonly carried: CarriedBy<Name> | Skipped }
  : { readonly carried?: never }) &
  (Extract<ColumnOf<Name>, ShopperColumn> extends never
    ? { readonly person?: PersonUse }
    : { readonly person: PersonUse });

/**
 * By which columns the rows of a shop are walked through for its file, in this order, each with what stands
 * before every value; none where a shop has one row.
 */
type CarriedBy<Name extends TableName> = {
  readonly [Column in ColumnOf<Name>]?: string | number;
};

/** Whether the area's `personalData` does it for the rows of this table, or why nobody does. */
export interface PersonUse {
  readonly list: 'done' | Skipped;
  readonly move: 'done' | Skipped;
  readonly erase: 'done' | Skipped;
}
