// @vitest-environment happy-dom
import { act } from 'react'
import { expect, it, vi } from 'vitest'
import { closeRoot, openRoot } from '@/components/testing/open-root.ts'
import { useShownDialog } from './use-shown-dialog.ts'

function Asking() {
  return <dialog ref={useShownDialog()} />
}

it('is open as long as it is mounted, and closed while it is still there: browsers give the focus back then, and only then', async () => {
  const root = openRoot()
  await act(async () => root.render(<Asking />))
  const dialog = document.querySelector('dialog')
  expect(dialog?.open).toBe(true)
  const wasThere = vi.fn<(isThere: boolean) => void>()
  dialog?.addEventListener('close', () => wasThere(dialog.isConnected))
  await act(async () => root.render(null))
  expect(dialog?.isConnected).toBe(false)
  expect(wasThere).toHaveBeenCalledExactlyOnceWith(true)
  await closeRoot(root)
})
