/**
 * Branded identifiers and units of the switchboard. A brand is put on once, where text enters
 * (a parser, a database row), and never again.
 */
declare const brand: unique symbol
type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

/** An ente: owns offices, services, totems, operators and exactly one board. */
export type BodyId = Branded<string, 'BodyId'>
/** A staff account that may answer calls. */
export type OperatorId = Branded<string, 'OperatorId'>
/** A device in a district office. */
export type TotemId = Branded<string, 'TotemId'>
/** A service a visitor can call about, by slug; `urp` is the generic one. */
export type ServiceSlug = Branded<string, 'ServiceSlug'>
/** An office, which operators belong to. */
export type OfficeId = Branded<string, 'OfficeId'>
/** One request for help. A random UUID made by the shell, so that nobody can guess a room's name. */
export type CallId = Branded<string, 'CallId'>
/** One attempt to ring one operator for one call: `<callId>.<attempt>`. Made by the core, so it is deterministic. */
export type OfferId = Branded<string, 'OfferId'>
/** Somebody invited into a call; another one for every invite. Made by the shell. */
export type GuestId = Branded<string, 'GuestId'>
/** A telephone number as E.164 has it, such as `+390592032011`: made by `phone-number.ts` alone. */
export type PhoneNumber = Branded<string, 'PhoneNumber'>
/** Milliseconds since 1970 by the database's clock. No other clock decides anything. */
export type EpochMs = Branded<number, 'EpochMs'>
/** Counts the pages of one desk or totem: the page with the highest epoch is the current one. */
export type PageEpoch = Branded<number, 'PageEpoch'>

/** The only casts: each names what the plain value is from here on. */
export const bodyId = (text: string) => text as BodyId
export const operatorId = (text: string) => text as OperatorId
export const totemId = (text: string) => text as TotemId
export const serviceSlug = (text: string) => text as ServiceSlug
export const officeId = (text: string) => text as OfficeId
export const callId = (text: string) => text as CallId
export const offerId = (text: string) => text as OfferId
export const guestId = (text: string) => text as GuestId
export const phoneNumber = (text: string) => text as PhoneNumber
export const epochMs = (value: number) => value as EpochMs
export const pageEpoch = (value: number) => value as PageEpoch

/** `at` moved by `ms`. */
export const plus = (at: EpochMs, ms: number): EpochMs => (at + ms) as EpochMs
