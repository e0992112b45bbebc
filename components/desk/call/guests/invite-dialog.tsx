'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Modal } from '@/components/ui/modal.tsx'
import { QrCode } from '@/components/ui/qr-code.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { isLoopback } from '@/lib/config/loopback.ts'
import { GUEST_KINDS, type GuestKind } from '@/lib/switchboard/guests.ts'
import type { OfferCommands } from '../offer-commands.ts'
import { guestRefusalWords } from './guest-refusal.ts'

interface InviteDialogProps {
  offer: OfferCommands
  onClose: () => void
}

/** Who is invited and under which name; then the link, also as a QR for a phone at hand; both are shown this once. */
export function InviteDialog({ offer, onClose }: InviteDialogProps) {
  const words = useTranslations('desk.guests')
  const [as, setAs] = useState<GuestKind>('signer')
  const [name, setName] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [link, setLink] = useState<string | null>(null)

  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setIsBusy(true)
    setRefusal(null)
    const answer = await offer.invite(as, name.trim())
    setIsBusy(false)
    if (answer.ok) setLink(answer.value.link)
    else setRefusal(answer.refusal)
  }

  if (link !== null) {
    return (
      <Modal title={words('linkTitle', { name: name.trim() })} onDismiss={onClose}>
        <p className="text-ink-2">{words('linkText')}</p>
        <div className="mt-4 flex items-center gap-6">
          <QrCode
            text={link}
            label={words('qrAlt', { name: name.trim() })}
            className="size-44 shrink-0 rounded-desk-sm border border-line"
          />
          <p>{isOnlyHere(link) ? words('qrOnlyHere') : words('qrText')}</p>
        </div>
        <LinkToCopy link={link} />
        <div className="mt-6 flex justify-end">
          <Button tone="main" onClick={onClose}>
            {words('done')}
          </Button>
        </div>
      </Modal>
    )
  }
  return (
    <Modal title={words('title')} onDismiss={onClose}>
      <form onSubmit={(event) => void create(event)} className="flex flex-col gap-5">
        <p className="text-ink-2">{words('text')}</p>
        <fieldset>
          <legend className="mb-2 text-sm font-semibold text-ink-2">{words('kind')}</legend>
          <div className="grid grid-cols-2 gap-2">
            {GUEST_KINDS.map((kind) => (
              <label
                key={kind}
                className="flex min-h-12 cursor-pointer items-center gap-3 rounded-desk-sm border border-line-strong px-4 has-checked:border-blue has-checked:bg-blue-light"
              >
                <input type="radio" name="as" checked={as === kind} onChange={() => setAs(kind)} />
                <span className="font-semibold">{words(`kinds.${kind}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <TextField
          label={words('name')}
          value={name}
          maxLength={60}
          required
          autoComplete="off"
          placeholder={words('nameHint')}
          error={refusal ? words(`refusals.${guestRefusalWords(refusal)}`) : null}
          onChange={({ target }) => setName(target.value)}
        />
        <div className="flex justify-end gap-3">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <Button tone="main" type="submit" isStill={isBusy || name.trim() === ''}>
            {words('create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** No phone reaches the sample town. */
const isOnlyHere = (link: string) => isLoopback(new URL(link).hostname)

function LinkToCopy({ link }: { link: string }) {
  const words = useTranslations('desk.guests')
  const [isCopied, setIsCopied] = useState(false)
  const copy = () =>
    // Without leave the address stays there to be copied by hand.
    void navigator.clipboard.writeText(link).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    )
  return (
    <div className="mt-4 flex flex-col gap-3">
      <TextField
        label={words('link')}
        value={link}
        readOnly
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Button tone="main" isWide onClick={copy}>
        {isCopied ? <Check aria-hidden="true" size={20} /> : <Copy aria-hidden="true" size={20} />}
        {isCopied ? words('copied') : words('copy')}
      </Button>
      <p role="status" className="sr-only">
        {isCopied ? words('copied') : ''}
      </p>
    </div>
  )
}
