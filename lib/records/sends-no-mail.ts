import type { EmailAdapter } from 'payload'

/** Pronto sends no e-mail: passwords are set by the administrator, and sign-in is closed to reset links. */
export const sendsNoMail: EmailAdapter<void> = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@localhost',
  defaultFromName: 'Pronto',
  sendEmail: async () => {
    throw new Error('e-mail is not set up')
  },
})
