/** Whether somebody in the room is the visitor: the identity is in the ticket that the server signed. */
export const isTotem = (identity: string): boolean => identity.startsWith('t-')
