/**
 * Whether somebody in the room is neither the visitor nor an operator: the identity is in the ticket that the server
 * signed. A guest in a signed call may need the hands as much as those two: who of them does, nobody knows. Pure.
 */
export const isBeside = (identity: string, isSigned: boolean): boolean =>
  identity.startsWith('s-') || (identity.startsWith('g-') && !isSigned)
