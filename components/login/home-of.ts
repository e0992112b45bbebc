/** Where each role works. */
export function homeOf(role: string): string {
  if (role === 'operator') return '/desk'
  return role === 'supervisor' ? '/supervisor' : '/admin'
}
