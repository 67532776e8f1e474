import { describedBy, type FieldProps } from './field-props.ts';
import { Labelled } from './labelled.tsx';

interface FileInputProps extends FieldProps {
  /** Endings and types of file that a browser offers first: ".csv". */
  readonly accept: string;
}

/** A file that somebody chooses on their device. Its form has to be sent as `multipart/form-data`. */
export const FileInput = ({ accept, ...field }: FileInputProps) => (
  <Labelled {...field}>
    <input
      class="nhsuk-input"
      id={field.name}
      name={field.name}
      type="file"
      accept={accept}
      aria-describedby={describedBy(field)}
    />
  </Labelled>
);
