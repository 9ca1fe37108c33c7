import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  readonly about?: string;
  /** What was done, or why it could not be. */
  readonly said?: string;
  readonly children: ReactNode;
}

export function SharePart({ title, about, said = '', children }: Props) {
  const heading = useId();
  return (
    <section className="share-part" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {about !== undefined && <p className="caption">{about}</p>}
      <div className="share-row">{children}</div>
      <p role="status" className="share-said">
        {said}
      </p>
    </section>
  );
}
