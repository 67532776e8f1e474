interface ContactBlockProps {
  readonly heading: string;
  readonly email: string;
  readonly subject: string;
}

/** The owner's contact details at the end of a content page. */
export const ContactBlock = ({ heading, email, subject }: ContactBlockProps) => (
  <section class="app-contact" aria-labelledby="contact">
    <h2 class="nhsuk-heading-m" id="contact">
      {heading}
    </h2>
    <p>
      Email: <a href={`mailto:${email}?subject=${encodeURIComponent(subject)}`}>{email}</a>
    </p>
  </section>
);
