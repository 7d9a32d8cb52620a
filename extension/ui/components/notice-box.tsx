import type { ComponentChildren } from 'preact';
import type { Notice } from '../../rpc/notice.ts';
import { noticeWords } from '../state/notice-words.ts';
import { Icon, type IconName } from './icon.tsx';

type Props = { tone: 'info' | 'warn' | 'bad'; title: string; icon?: IconName; children?: ComponentChildren };

/** A matter that needs the person's eye, set apart from the flow. */
export function NoticeBox({ tone, title, icon = 'warning', children }: Props) {
  return (
    <section class={`box box-${tone}`}>
      <h2>
        <Icon name={icon} />
        <span dir="auto">{title}</span>
      </h2>
      {children}
    </section>
  );
}

/** What went wrong and what can be done, read out at once. */
export function NoticeLine({ notice }: { notice: Notice | null }) {
  const words = notice === null ? null : noticeWords(notice);
  return (
    <div role="alert">
      {words !== null && (
        <p class="error">
          <Icon name="warning" />
          <span>
            {words.what} {words.todo}
          </span>
        </p>
      )}
    </div>
  );
}
