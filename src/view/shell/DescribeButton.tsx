import { pageWords } from '../../scene/words/pageWords.ts';
import { Icon } from '../marks/Icon.tsx';
import { useSession } from '../session/sessionContext.ts';

/** Opens what each view shows, in words. `quiet`: seen only when the keyboard comes to it, where a picture leaves no room. */
export function DescribeButton({ of, quiet }: { readonly of: string; readonly quiet?: boolean }) {
  const session = useSession();
  return (
    <button
      type="button"
      className={quiet ? 'button describe on-focus' : 'button quiet describe'}
      aria-label={pageWords('describe-this-view-of', { of })}
      title={pageWords('describe-this-view')}
      onClick={() => session.openDrawer('words')}
    >
      {quiet ? pageWords('describe-this-view') : <Icon name="words" />}
    </button>
  );
}
