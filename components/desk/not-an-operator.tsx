import { getTranslations } from 'next-intl/server'
import { homeOf } from '@/components/login/home-of.ts'
import { SignOutButton } from '@/components/login/sign-out-button.tsx'

/** The desk is for those who answer; says so, and where this account belongs. */
export async function NotAnOperator({ person, role }: { person: string; role: string }) {
  const words = await getTranslations('desk')
  const isSupervisor = role === 'supervisor'
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-4 p-8 text-center">
      <p className="text-ink-2">{person}</p>
      <h1 className="text-3xl font-bold">{words('notOperator.title')}</h1>
      <p className="max-w-xl text-lg text-ink-2">
        {words(isSupervisor ? 'notOperator.textSupervisor' : 'notOperator.text')}
      </p>
      <p className="mt-4 flex gap-4">
        <a
          href={homeOf(role)}
          className="inline-flex min-h-12 items-center rounded-desk-sm bg-blue px-6 font-semibold text-white hover:bg-blue-deep"
        >
          {words(isSupervisor ? 'notOperator.toSupervision' : 'notOperator.toAdmin')}
        </a>
        <SignOutButton className="min-h-12 cursor-pointer rounded-desk-sm border border-line-strong bg-card px-6 font-semibold hover:bg-blue-light">
          {words('signOut')}
        </SignOutButton>
      </p>
    </main>
  )
}
