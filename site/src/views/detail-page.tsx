import { type Branded, Document, type Frame } from '../components/document.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Section, type SectionProps } from '../components/section.tsx';
import { Tag, type TagProps } from '../components/tag.tsx';

export interface DetailPageProps extends Frame {
  readonly title: string;
  readonly caption?: string | undefined;
  readonly state?: TagProps | undefined;
  /** Shown first: what has just changed, or what will happen next. */
  readonly notice?: readonly string[] | undefined;
  readonly sections: readonly SectionProps[];
  /** Whether the page is wider than usual, for tables or charts. */
  readonly wide?: boolean | undefined;
}

/** Details of one thing: a request's status, a DPP's own page, an organisation's balance, a digest. */
export const DetailPage = ({
  title,
  caption,
  state,
  notice = [],
  sections,
  wide,
  ...frame
}: DetailPageProps & Branded) => (
  <Document robots="noindex" referrer="same-origin" {...frame} title={title}>
    <div class="nhsuk-grid-row">
      <div class={wide ? 'nhsuk-grid-column-full' : 'nhsuk-grid-column-two-thirds'}>
        <PageHeading title={title} caption={caption} />
        {state && (
          <p>
            <Tag {...state} />
          </p>
        )}
        {notice.length > 0 && (
          <InsetText>
            {notice.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </InsetText>
        )}
        {sections.map((section) => (
          <Section key={section.heading} {...section} />
        ))}
      </div>
    </div>
  </Document>
);
