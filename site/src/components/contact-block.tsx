interface ContactBlockProps {
  readonly heading: string;
  readonly email: string;
  readonly subject: string;
}

/** How to reach the owner, at the end of a page of words. */
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
