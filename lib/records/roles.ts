/** What a staff account is for. One role each; a person with two jobs has two accounts. */
export const ROLES = ['operator', 'supervisor', 'editor', 'technician', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** As the staff read them. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  operator: 'Operatore',
  supervisor: 'Supervisore',
  editor: 'Redattore',
  technician: 'Tecnico',
  administrator: 'Amministratore',
}
